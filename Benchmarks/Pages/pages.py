"""One module of the corpus: front matter, outcomes, two sections and a quiz."""

import words


class Numbers:
    """Small numbers that look random: xorshift64*, the same in every version of Python."""

    def __init__(self, seed):
        self.state = (seed * 2654435769 + 88172645463325252) & 0xFFFFFFFFFFFFFFFF

    def below(self, limit):
        """A number from 0 to limit - 1."""
        state = self.state
        state ^= state >> 12
        state ^= (state << 25) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 27
        self.state = state
        return ((state * 2685821657736338717 & 0xFFFFFFFFFFFFFFFF) >> 33) % limit

    def of(self, values):
        """One of some values."""
        return values[self.below(len(values))]


class Page:
    """Writes one module as Markdown."""

    def __init__(self, number, ids, terms, sources):
        self.number, self.ids, self.terms, self.sources = number, ids, terms, sources
        self.numbers = Numbers(number + 1)
        self.id = ids[number]
        self.question = 0

    def text(self):
        """The file; about 10 kB, from 7 to 14."""
        title = self.id.replace("-", " ").capitalize()
        minutes = 20 + 5 * self.numbers.below(9)
        parts = [
            f'---\nid: {self.id}\ntitle: "{title}"\nminutes: {minutes}\n'
            f"guidance: [{self.numbers.of(self.sources[:30])}, {self.numbers.of(self.sources[30:])}]\n"
            'content-warning: "Mentions violence, without detail."\nversion: "1.0"\n'
            "review:\n  status: draft\n  date: 2026-11-21\n---\n",
            "## After this module you can {.outcomes}\n",
            "".join(
                f"- {self.clause(cut=True)} {{#o{n} .{self.numbers.of(words.LEVELS)}}}\n" for n in (1, 2, 3)
            ),
            *self.reading(),
            *self.session(),
            *self.quiz(),
        ]
        return "\n".join(parts)

    # Words

    def clause(self, cut=False):
        """`checks the second queue before the bus leaves`."""
        of = self.numbers.of
        verb = of(words.VERBS)
        return f"{verb.capitalize() if cut else verb} {of(words.THINGS)} {of(words.REASONS)}"

    def sentence(self):
        """A plain sentence."""
        person = self.numbers.of(words.PEOPLE)
        return f"{person[0].upper()}{person[1:]} {self.clause()}."

    def link(self):
        """A sentence with a link of one of the kinds that trainers write."""
        kind, of = self.numbers.below(8), self.numbers.of
        thing = of(words.THINGS)
        if kind < 3:
            return f"Talk about [{thing}](glossary:{of(self.terms)}) before you {of(words.VERBS)[:-1]} it."
        if kind < 5:
            return f"The rule on {thing} is known ([published guidance](guidance:{of(self.sources)}))."
        if kind < 7:
            return f"You met {thing} in [an earlier module]({of(self.ids)}#{of(['start', 'work', 'quiz'])})."
        return f"Ask {{{{supervisor}}}} about {thing}, or go [back to the start](#start)."

    def paragraph(self, sentences=5):
        """Prose with a link and marked words."""
        lines = [self.sentence() for _ in range(sentences - 2)]
        lines.append(f"Here **{self.numbers.of(words.THINGS)}** counts, *{self.numbers.of(words.REASONS)}*.")
        lines.insert(1, self.link())
        return " ".join(lines) + "\n"

    def bullets(self, count):
        """A list."""
        return "".join(f"- {self.numbers.of(words.ADVICE)}, {self.numbers.of(words.REASONS)}\n" for _ in range(count))

    def table(self, rows):
        """A table of three columns, one with a link."""
        of = self.numbers.of
        lines = ["| Part | Ask | What can lower the risk |", "|---|---|:--|"]
        for _ in range(rows):
            thing = of(words.THINGS)
            lines.append(
                f"| [{thing.capitalize()}](glossary:{of(self.terms)}) | Who {of(words.VERBS)} it, and when? "
                f"| {of(words.ADVICE)} |"
            )
        return "\n".join(lines) + "\n"

    def alert(self, word, text=None):
        """A block for people."""
        return f"> [!{word}]\n> {text or self.sentence() + ' ' + self.sentence()}\n"

    def facilitator(self, id):
        """A heading for facilitators."""
        return (
            f"### For the facilitators: {self.numbers.of(words.THINGS)} {{#{id} .facilitator}}\n\n"
            f'**Say:** "{self.sentence()}"\n\n**Ask:** "Who {self.clause()}?" {self.sentence()}\n\n'
            f"**Watch:** {self.clause()}. {self.numbers.of(words.ADVICE)}.\n"
        )

    # Parts

    def ask(self):
        """A question with options and feedback; every outcome is tested in turn."""
        self.question += 1
        number, of = self.question, self.numbers.of
        kind = "multiple" if number % 3 == 2 else "single"
        count = 3 + self.numbers.below(2)
        right = {self.numbers.below(count)} if kind == "single" else {0, 2}
        flag = " .critical" if number == 4 else ""
        prompt = f"{self.numbers.of(words.PEOPLE).capitalize()} {self.clause()}. What do you do first?"
        lines = [f"### {prompt} {{#q-{number} .{kind}{flag} outcome=o{(number - 1) % 3 + 1}}}\n"]
        for option in range(count):
            mark, start = ("x", "Right") if option in right else (" ", "Not yet")
            advice = words.ADVICE[(number * 5 + option) % len(words.ADVICE)]
            lines.append(f"- [{mark}] {advice}, {of(words.REASONS)}")
            lines.append(f"  > {start}: {self.sentence()}")
        lines.append("")
        if number % 2:
            lines.append(self.alert("HINT", of(words.ADVICE) + "."))
        return "\n".join(lines)

    def reading(self):
        """A section of text with a question."""
        parts = [
            "## Before you start {#start}\n",
            self.alert("SAFEGUARD", "You may leave any task. Talk in private to {{staff-support}}."),
            self.paragraph(6),
            self.paragraph(5),
        ]
        if self.number % 5 == 0:
            parts.append(
                "![A hall with a lamp and five steps. Some people wait outside.](../../shared/hall.svg)\n"
                "The hall on Friday evening. © Harbour Migration Aid, CC BY 4.0\n"
            )
        parts += [self.bullets(4), self.alert("KEY"), self.paragraph(5), self.table(4)]
        if self.number % 8 == 0:
            parts.append(f"{self.sentence()}[^1]\n\n[^1]: {self.sentence()}\n")
        if self.number % 20 == 0:
            parts.append("Write to help@aid.example or look at [your rights](https://aid.example/rights).\n")
        return parts + [self.alert("NOTE"), self.ask(), self.facilitator("fac-start")]

    def session(self):
        """Something that a group does, with its plan."""
        minutes = [2 + self.numbers.below(3) for _ in range(3)]
        steps = "".join(
            f"{n}. {m}′ {self.numbers.of(words.ADVICE)}, {self.numbers.of(words.REASONS)}.\n"
            for n, m in enumerate(minutes, 1)
        )
        form = self.numbers.of(words.SESSIONS)
        return [
            f"## {self.numbers.of(words.THINGS).capitalize()} {{#work .{form} minutes={sum(minutes)} group=3-4}}\n",
            self.paragraph(5),
            steps,
            self.alert("ADAPT] " + self.numbers.of(words.SITUATIONS), None).replace("]\n", "\n", 1),
            self.alert("EXAMPLE"),
            self.paragraph(6),
            self.paragraph(4),
            self.ask(),
            self.facilitator("fac-work"),
        ]

    def quiz(self):
        """A quiz of four to six questions."""
        parts = ["## Check yourself {#quiz .quiz pass=80 tries=2}\n", "Take your time.\n"]
        parts.append(self.alert("SCORE] 0-79", "Read [the start](#start) again.").replace("]\n", "\n", 1))
        parts.append(self.alert("SCORE] 80-100", "Well done. Help a colleague.").replace("]\n", "\n", 1))
        return parts + [self.ask() for _ in range(4 + self.numbers.below(3))]

"""The state as a learning system gives it back: whatever becomes of the text, nothing crashes."""

import pytest

DAMAGE = """
let seed = 7;
const random = (below) => {
  // A linear congruential generator: repeatable, and enough to choose places.
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 4294967296) * below);
};
const LETTERS = [...'ABCXYZabcxyz0189-_+/=.a1 \\t\\n"<>&\\u0000é😀'];
const damage = (text) => {
  const parts = [...text];
  const place = random(parts.length);
  switch (random(6)) {
    case 0: parts[place] = LETTERS[random(LETTERS.length)]; break;
    case 1: parts.splice(place, 0, LETTERS[random(LETTERS.length)]); break;
    case 2: parts.splice(place, 1); break;
    case 3: { const other = random(parts.length); [parts[place], parts[other]] = [parts[other], parts[place]]; break; }
    case 4: parts.length = place; break;
    default: parts.splice(place, 0, ...parts.slice(place, place + 8));
  }
  return parts.join('');
};
"""


@pytest.mark.parametrize("form", ["wasm", "plain"])
def test_damaged_texts_never_crash(visits, strict_visits, form):
    visit = (visits if form == "wasm" else strict_visits).open("scorm12")
    visit.answer_practice()
    visit.read_all()
    result = visit.js(
        DAMAGE
        + """
        const { engine } = Amparo.session;
        const { suspend } = JSON.parse(document.getElementById('p_lms').textContent);
        const good = engine.snapshot();
        const text = Amparo.LMSState.write(good, suspend);
        const count = { form: engine.form, restarts: 0, accepted: 0, refused: 0, unread: 0, other: 0, wrong: [] };
        engine.onrestart = () => { count.restarts += 1; };
        for (let round = 0; round < 20000; round += 1) {
          let broken = text;
          for (let time = random(3); time >= 0; time -= 1) broken = damage(broken);
          const { bytes, form } = Amparo.LMSState.read(broken, suspend);
          if (form !== 'ours') { count[form === 'other' ? 'other' : 'unread'] += 1; continue; }
          const report = engine.resume(bytes);
          if (report.ok) {
            count.accepted += 1;
            if (String(engine.snapshot()) !== String(good)) count.wrong.push(broken);
          } else count.refused += 1;
        }
        engine.resume(good);
        return count;
        """
    )
    assert result["form"] == form
    assert result["restarts"] == 0
    # The checksum lets nothing through but what says the same in other letters.
    assert result["wrong"] == []
    assert result["refused"] > 5000 and result["unread"] > 100 and result["other"] > 0

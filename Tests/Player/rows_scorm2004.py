"""SCORM 2004: what is asked or set, and the error code that the standard gives. As `rows_scorm12`."""

from rows_scorm12 import each

Q = "cmi.interactions.0."
O = "cmi.objectives.0."  # noqa: E741
C = "cmi.comments_from_learner.0."

REALS = ["0", "1", "0.5", "-0.5", ".5", "-.25", "0.1234567"]
NOT_REAL = ["", "a", "1e-1", " 1", "1 ", "0,5", "1.", "--1", "+1", "NaN", "0.5%"]
SPANS = ["PT0S", "PT5M", "PT1M5.25S", "P1D", "P1Y2M3DT4H5M6.78S", "PT100H", "PT0.5S", "P1YT1S"]
NOT_SPANS = ["", "P", "PT", "P1DT", "PT5", "5M", "PT1.255S", "PT1.5M", "00:05:00", "PT-5S", "PT1S1M", "P1H", "pt5s", "PT.5S", "PT5.S"]
MOMENTS = ["2026", "2026-03", "2026-03-01", "2026-03-01T12", "2026-03-01T12:30", "2026-03-01T12:30:05", "2026-03-01T12:30:05.1",
           "2026-03-01T12:30:05.00Z", "2026-03-01T12:30:05.00+02", "2026-03-01T12:30:05.00-05:30", "2024-02-29", "1970", "2038"]
NOT_MOMENTS = ["", "26", "1969", "2039", "2026-13", "2026-00", "2026-02-30", "2026-02-29", "2026-3-1", "2026-03-01T24", "2026-03-01T12:60",
               "2026-03-01T12:30:05Z", "2026-03-01T12:30Z", "2026-03-01T12:30:05.123Z", "2026-03-01 12:30", "2026-03-01T12:30:05.00+25",
               "2026-03-01T12:30:05+02:00", "yesterday"]
LOCALIZED = ["", "Water", "{lang=fr}Eau", "{lang=fr-CA}Eau", "{lang=x-a}b", "{no=delimiter}", "{lang=en}" + "x" * 250]
NOT_LOCALIZED = ["{lang=}Eau", "{lang=f}Eau", "{lang=123}Eau", "{lang=french-}Eau", "x" * 251, "{lang=en}" + "x" * 251]
IDS = ["a", "m01.q_say", "x" * 4000, "urn:uuid:1-2-3", "http://example.org/a?b=c#d", "a-b"]
NOT_IDS = ["", " ", "a b", "a\tb", "é", "urn:", "urn:a", "urn::x", "x" * 4001, "{a}", "a<b"]

SETS = [
    # Names that don't fit.
    ("", "x", 351), ("core.exit", "", 401), ("cmi", "x", 401), ("cmi.foo", "x", 401), ("cmi.core.exit", "", 401), ("cmi.Exit", "", 401),
    ("cmi.exit.", "", 401), ("cmi.interactions.00.id", "a", 401), ("cmi.interactions.x.id", "a", 401), ("cmi.interactions.-1.id", "a", 401),
    ("cmi.interactions.0.student_response", "a", 401), ("cmi.interactions.0", "a", 401), ("adl.nav", "exit", 401), ("cmi.lesson_status", "passed", 401),
    # Only the system writes these; keywords are among them.
    *[(f"cmi.{name}", "x", 404) for name in [
        "completion_threshold", "credit", "entry", "launch_data", "learner_id", "learner_name", "max_time_allowed", "mode",
        "scaled_passing_score", "time_limit_action", "total_time", "_version", "score._children", "interactions._count",
        "interactions._children", "objectives._count", "learner_preference._children", "comments_from_lms._count",
        "comments_from_lms.0.comment", "exit._children"]],
    ("adl.nav.request_valid.continue", "true", 404), ("adl.nav.request_valid.previous", "true", 404),
    ("adl.nav.request_valid.choice.{target=I}", "true", 404), ("adl.data.0.id", "a", 404), ("adl.data.0.store", "a", 351), ("cmi.foo._count", "1", 401),
    # Two words for how it stands.
    *each("cmi.completion_status", 0, "completed", "incomplete", "not attempted", "unknown"),
    *each("cmi.completion_status", 406, "", "passed", "Completed", "complete", "browsed"),
    *each("cmi.success_status", 0, "passed", "failed", "unknown"), *each("cmi.success_status", 406, "", "completed", "Passed", "incomplete"),
    *each("cmi.exit", 0, "", "suspend", "normal", "logout", "time-out"), *each("cmi.exit", 406, "Suspend", "timeout", "exit"),
    # Scores and measures.
    *each("cmi.score.scaled", 0, *REALS, "-1"), *each("cmi.score.scaled", 407, "1.2", "-1.01", "80"), *each("cmi.score.scaled", 406, *NOT_REAL),
    *[row for part in ("raw", "min", "max") for row in [
        *each(f"cmi.score.{part}", 0, *REALS, "100", "-100", "12345.678"), *each(f"cmi.score.{part}", 406, *NOT_REAL)]],
    *each("cmi.progress_measure", 0, "0", "1", "0.25", ".5"), *each("cmi.progress_measure", 407, "1.01", "-0.1", "100"),
    *each("cmi.progress_measure", 406, "", "half"),
    # Place and state.
    *each("cmi.location", 0, "", "m01-s-risk", "x" * 1000), ("cmi.location", "x" * 1001, 406),
    *each("cmi.suspend_data", 0, "", "a1.AAAA", "x" * 64000), ("cmi.suspend_data", "x" * 64001, 406),
    *each("cmi.session_time", 0, *SPANS), *each("cmi.session_time", 406, *NOT_SPANS),
    # Preferences.
    *each("cmi.learner_preference.audio_level", 0, "0", "1", "2.5"), *each("cmi.learner_preference.audio_level", 407, "-1", "-0.1"),
    *each("cmi.learner_preference.audio_level", 406, "", "loud"),
    *each("cmi.learner_preference.delivery_speed", 0, "0", "1.5"), ("cmi.learner_preference.delivery_speed", "-1", 407),
    *each("cmi.learner_preference.language", 0, "", "en", "fr-CA", "i-klingon"), *each("cmi.learner_preference.language", 406, "f", "french1", "e n", "en-"),
    *each("cmi.learner_preference.audio_captioning", 0, "-1", "0", "1"), *each("cmi.learner_preference.audio_captioning", 406, "", "2", "on"),
    # Comments.
    *each(C + "comment", 0, "", "{lang=en}Good", "x" * 4000), *each(C + "comment", 406, "x" * 4001, "{lang=}x"),
    (C + "location", "x" * 250, 0), (C + "location", "x" * 251, 406), ("cmi.comments_from_learner.1.comment", "x", 351),
    *each(C + "timestamp", 0, *MOMENTS), *each(C + "timestamp", 406, *NOT_MOMENTS),
    # Records begin with their identifier, without gaps.
    *each(O + "id", 0, *IDS), *each(O + "id", 406, *NOT_IDS), *each(Q + "id", 0, *IDS), *each(Q + "id", 406, *NOT_IDS),
    ("cmi.objectives.1.id", "a", 351), ("cmi.interactions.1.id", "a", 351), ("cmi.interactions.5.type", "choice", 351),
    *[(O + name, value, 408) for name, value in [
        ("success_status", "passed"), ("completion_status", "completed"), ("score.raw", "1"), ("score.scaled", "1"), ("progress_measure", "1"),
        ("description", "x")]],
    *[(Q + name, value, 408) for name, value in [
        ("type", "choice"), ("timestamp", "2026"), ("weighting", "1"), ("result", "correct"), ("latency", "PT1S"), ("description", "x"),
        ("learner_response", "a"), ("correct_responses.0.pattern", "a"), ("objectives.0.id", "a")]],
    # What a page may ask for at its end.
    *each("adl.nav.request", 0, "exit", "exitAll", "suspendAll", "continue", "previous", "abandon", "abandonAll", "_none_", "{target=I}choice", "{target=I}jump"),
    *each("adl.nav.request", 406, "", "quit", "choice", "exitall", "{target=}choice"),
]

# Answers by the type of the question: right ones, wrong ones.
RESPONSES = {
    "true-false": (["true", "false"], ["", "t", "1", "True"]),
    "choice": (["", "a", "a[,]c", "a-b[,]c.d", "[,]".join(f"o{n}" for n in range(36))], ["a[,]a", "a b", "a[,]", "[,]a", "[,]".join(f"o{n}" for n in range(37))]),
    "fill-in": (["", "water", "{lang=fr}eau[,]{lang=en}well", "[,]".join("x" * 10), "x" * 250], ["{lang=}x", "x" * 251, "[,]".join("x" * 11)]),
    "long-fill-in": (["", "x" * 4000, "{lang=es}agua"], ["x" * 4001, "{lang=9}x"]),
    "likert": (["a", "agree"], ["", "two words", "x" * 251]),
    "matching": (["", "a[.]1", "a[.]1[,]b[.]2", "a[.]1[,]a[.]2"], ["a", "a[.]", "[.]1", "a[.]1[.]2", "a[.]1[,]b", "a[.]1 2"]),
    "performance": (["danger[.]b", "danger[.]b[,]safe[.]emergency", "[.]free words", "step[.]", "a[.]5", "[,]".join(["s[.]a"] * 250)],
                    ["", "[.]", "danger", "a b[.]c", "a[.]b[.]c", "[,]".join(["s[.]a"] * 251)]),
    "sequencing": (["", "a", "b[,]a[,]c", "a[,]a"], ["a b", "[,]".join(["a"] * 37)]),
    "numeric": (["72", "-1.5", ".5"], ["", "a", "4[:]5", "7."]),
    "other": (["", "anything [,] goes", "x" * 4000], ["x" * 4001]),
}

PATTERNS = {
    **{kind: RESPONSES[kind] for kind in ("true-false", "choice", "likert", "matching", "sequencing", "other")},
    "fill-in": (["{case_matters=false}{order_matters=true}{lang=de}Wasser", "{order_matters=false}a[,]b", "a[,]b"],
                ["{case_matters=no}a", "{case_matters=true}{case_matters=true}a", "{case_matters=false}{lang=}a"]),
    "long-fill-in": (["{case_matters=true}{lang=en}text", "text"], ["{order_matters=true}text", "x" * 4001]),
    "performance": (["{order_matters=false}a[.]b[,]c[.]1[:]5", "[.]1[:]", "a[.]b"], ["", "{case_matters=true}a[.]b", "a[.]5[:]1", "[,]".join(["s[.]a"] * 126)]),
    "numeric": (["4[:]5", "4[:]", "[:]5", "[:]", "4[:]4"], ["", "4", "5[:]4", "a[:]b", "4[:]5[:]6"]),
}


def question(kind, *more):
    return [(Q + "id", "q"), (Q + "type", kind), *more]


def forms(table, element):
    return [
        (question(kind), Q + element, value, code)
        for kind, lists in table.items() for values, code in zip(lists, (0, 406)) for value in values
    ]


PATTERN = Q + "correct_responses.0.pattern"
SECOND = Q + "correct_responses.1.pattern"
ID = [(O + "id", "a")]
QID = [(Q + "id", "q")]

AFTER = [
    *forms(RESPONSES, "learner_response"), *forms(PATTERNS, "correct_responses.0.pattern"),
    # One answer only, several, or several different ones.
    *[(question(kind, (PATTERN, value)), SECOND, value, 351) for kind, value in [
        ("true-false", "true"), ("likert", "a"), ("numeric", "1[:]2"), ("other", "x"), ("choice", "a"), ("sequencing", "a[,]b")]],
    (question("choice", (PATTERN, "a")), SECOND, "b", 0), (question("fill-in", (PATTERN, "a")), SECOND, "a", 0),
    (question("choice", (PATTERN, "a")), Q + "correct_responses.2.pattern", "c", 351), (question("choice"), SECOND, "c", 351),
    (question("choice", (PATTERN, "a")), PATTERN, "a", 0),
    # A response needs a type, everything needs an identifier.
    (QID, Q + "learner_response", "a", 408), (QID, PATTERN, "a", 408), (QID, Q + "result", "correct", 0),
    *[(QID, Q + "type", kind, 0) for kind in RESPONSES], *[(QID, Q + "type", kind, 406) for kind in ("", "Choice", "fillin", "true_false")],
    *[(QID, Q + "result", value, 0) for value in ("correct", "incorrect", "unanticipated", "neutral", "0.5", "-1")],
    *[(QID, Q + "result", value, 406) for value in ("wrong", "right", "", "Correct")],
    *[(QID, Q + "latency", value, 0) for value in SPANS], *[(QID, Q + "latency", value, 406) for value in NOT_SPANS],
    *[(QID, Q + "timestamp", value, 0) for value in MOMENTS], *[(QID, Q + "timestamp", value, 406) for value in NOT_MOMENTS],
    *[(QID, Q + "description", value, 0) for value in LOCALIZED], *[(QID, Q + "description", value, 406) for value in NOT_LOCALIZED],
    *[(QID, Q + "weighting", value, 0) for value in REALS], *[(QID, Q + "weighting", value, 406) for value in NOT_REAL],
    (QID, Q + "objectives.0.id", "o1", 0), (QID, Q + "objectives.1.id", "o1", 351),
    ([*QID, (Q + "objectives.0.id", "o1")], Q + "objectives.1.id", "o1", 351), ([*QID, (Q + "objectives.0.id", "o1")], Q + "objectives.1.id", "o2", 0),
    (QID, "cmi.interactions.1.id", "q", 0), (QID, Q + "id", "other", 0),
    # Objectives are called once, and each by another name.
    (ID, "cmi.objectives.1.id", "a", 351), (ID, "cmi.objectives.1.id", "b", 0), (ID, "cmi.objectives.2.id", "b", 351),
    (ID, O + "id", "b", 351), (ID, O + "id", "a", 0), (ID, "cmi.objectives.1.success_status", "passed", 408),
    *[(ID, O + "success_status", value, 0) for value in ("passed", "failed", "unknown")], (ID, O + "success_status", "completed", 406),
    *[(ID, O + "completion_status", value, 0) for value in ("completed", "incomplete", "not attempted", "unknown")], (ID, O + "completion_status", "x", 406),
    *[(ID, O + "score.scaled", value, code) for value, code in [("1", 0), ("-1", 0), ("1.1", 407), ("x", 406)]],
    *[(ID, O + f"score.{part}", value, code) for part in ("raw", "min", "max") for value, code in [("250", 0), ("x", 406)]],
    *[(ID, O + "progress_measure", value, code) for value, code in [("1", 0), ("1.1", 407), ("x", 406)]],
    *[(ID, O + "description", value, 0) for value in LOCALIZED], *[(ID, O + "description", value, 406) for value in NOT_LOCALIZED],
]

GETS = [
    ([], "", "", 301), ([], "core.exit", "", 401), ([], "cmi.foo", "", 401), ([], "cmi", "", 401), ([], "cmi.score", "", 401),
    ([], "cmi._version", "1.0", 0), ([], "cmi.score._version", "", 301), ([], "cmi.exit._children", "", 301), ([], "cmi.score._count", "", 301),
    ([], "cmi.foo._count", "", 401), ([], "cmi.location._count", "", 301), ([], "cmi.interactions.0.objectives._count", "", 301),
    ([], "cmi.score._children", "scaled,raw,min,max", 0), ([], "cmi.comments_from_learner._children", "comment,location,timestamp", 0),
    ([], "cmi.comments_from_lms._children", "comment,location,timestamp", 0),
    ([], "cmi.objectives._children", "id,score,success_status,completion_status,progress_measure,description", 0),
    ([], "cmi.interactions._children", "id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description", 0),
    ([], "cmi.learner_preference._children", "audio_level,language,delivery_speed,audio_captioning", 0), ([], "adl.data._children", "id,store", 0),
    *[([], f"cmi.{name}._count", "0", 0) for name in ("comments_from_learner", "comments_from_lms", "objectives", "interactions")],
    ([], "adl.data._count", "0", 0), (QID, Q + "objectives._count", "0", 0), (QID, Q + "correct_responses._count", "0", 0), (ID, "cmi.objectives._count", "1", 0),
    (ID, O + "score._children", "scaled,raw,min,max", 0), (QID, Q + "objectives._children", "", 301),
    # Written, never read.
    ([], "cmi.exit", "", 405), ([], "cmi.session_time", "", 405), ([("cmi.exit", "suspend")], "cmi.exit", "", 405),
    # Never set.
    *[([], f"cmi.{name}", "", 403) for name in [
        "location", "suspend_data", "progress_measure", "score.scaled", "score.raw", "score.min", "score.max", "launch_data", "max_time_allowed",
        "scaled_passing_score", "completion_threshold"]],
    (ID, O + "score.raw", "", 403), (ID, O + "description", "", 403), (ID, O + "progress_measure", "", 403),
    *[(QID, Q + name, "", 403) for name in ("type", "timestamp", "weighting", "learner_response", "result", "latency", "description")],
    # Records that aren't there.
    *[([], name, "", 301) for name in (O + "id", Q + "id", C + "comment", "cmi.comments_from_lms.0.comment", "adl.data.0.store", O + "score._children")],
    (ID, "cmi.objectives.1.id", "", 301), (QID, Q + "objectives.0.id", "", 301), (QID, PATTERN, "", 301),
    # What is there before anything is set.
    ([], "cmi.learner_id", "learner-1", 0), ([], "cmi.learner_name", "Haddad, Amina", 0), ([], "cmi.credit", "credit", 0), ([], "cmi.mode", "normal", 0),
    ([], "cmi.entry", "ab-initio", 0), ([], "cmi.completion_status", "unknown", 0), ([], "cmi.success_status", "unknown", 0),
    ([], "cmi.total_time", "PT0S", 0), ([], "cmi.time_limit_action", "continue,no message", 0), ([], "cmi.learner_preference.audio_level", "1", 0),
    ([], "cmi.learner_preference.language", "", 0), ([], "cmi.learner_preference.audio_captioning", "0", 0),
    (ID, O + "success_status", "unknown", 0), (ID, O + "completion_status", "unknown", 0),
    ([], "adl.nav.request", "_none_", 0), ([], "adl.nav.request_valid.continue", "false", 0), ([], "adl.nav.request_valid.choice.{target=I}", "false", 0),
    # What was set is read again; a refused value changes nothing.
    ([("cmi.location", "m01")], "cmi.location", "m01", 0), ([("cmi.location", "")], "cmi.location", "", 0),
    ([("cmi.completion_status", "completed"), ("cmi.completion_status", "x")], "cmi.completion_status", "completed", 0),
    (question("choice", (Q + "learner_response", "a[,]c")), Q + "learner_response", "a[,]c", 0), (QID, Q + "id", "q", 0),
    (question("choice", (PATTERN, "a")), PATTERN, "a", 0), ([("cmi.score.scaled", "0")], "cmi.score.scaled", "0", 0),
]

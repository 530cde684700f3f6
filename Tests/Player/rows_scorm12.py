"""SCORM 1.2: what is asked or set, and the error code that the standard gives.

`SETS`: (element, value, code), after `LMSInitialize`. `AFTER`: (earlier sets, element, value, code).
`GETS`: (earlier sets, element, value, code).
"""

CORE = "cmi.core."
Q = "cmi.interactions.0."


def each(element, code, *values):
    return [(element, value, code) for value in values]


SETS = [
    # Names that don't fit.
    ("", "x", 201), ("core.exit", "", 201), ("adl.nav.request", "exit", 201), ("cmi", "x", 401), ("cmi.core", "x", 401),
    ("cmi.core.foo", "x", 401), ("cmi.Core.exit", "", 401), ("cmi.core.exit.", "", 401), ("cmi.core..exit", "", 401),
    ("cmi.completion_status", "completed", 401), ("cmi.interactions.00.id", "a", 401), ("cmi.interactions.-1.id", "a", 401),
    ("cmi.interactions.x.id", "a", 401), ("cmi.interactions.0.description", "a", 401), ("cmi.interactions.0", "a", 401),
    # Keywords.
    ("cmi.core._children", "x", 402), ("cmi.core.score._children", "x", 402), ("cmi.objectives._count", "1", 402),
    ("cmi.interactions._count", "1", 402), ("cmi._version", "3.4", 402), ("cmi.core.exit._children", "x", 402),
    ("cmi.nothing._count", "x", 401),
    # Only the system writes these.
    *[(CORE + name, "x", 403) for name in ["student_id", "student_name", "credit", "entry", "total_time", "lesson_mode"]],
    *[("cmi." + name, "x", 403) for name in [
        "launch_data", "comments_from_lms", "student_data.mastery_score", "student_data.max_time_allowed",
        "student_data.time_limit_action"]],
    # Status: one of five words; "not attempted" can't be set.
    *each(CORE + "lesson_status", 0, "passed", "completed", "failed", "incomplete", "browsed"),
    *each(CORE + "lesson_status", 405, "not attempted", "", "Passed", "unknown", "passed ", "p", "complete"),
    # Exit: "normal" is a word of SCORM 2004.
    *each(CORE + "exit", 0, "", "suspend", "time-out", "logout"),
    *each(CORE + "exit", 405, "normal", "Suspend", "timeout", "exit"),
    # Scores are from 0 to 100, or taken back.
    *[row for part in ("raw", "min", "max") for row in [
        *each(f"{CORE}score.{part}", 0, "0", "100", "72", "72.5", "0.125", "", "007"),
        *each(f"{CORE}score.{part}", 405, "101", "-1", "100.01", "abc", "1e2", " 5", "5 ", "5%", "1,5", ".", "5.", "NaN")]],
    (CORE + "score.scaled", "0.5", 401),
    # Place and state: letters are counted.
    *each(CORE + "lesson_location", 0, "", "m01-s-risk", "x" * 255), (CORE + "lesson_location", "x" * 256, 405),
    *each("cmi.suspend_data", 0, "", "a1.AAAA", "x" * 4096), ("cmi.suspend_data", "x" * 4097, 405),
    ("cmi.comments", "x" * 4096, 0), ("cmi.comments", "x" * 4097, 405),
    # Time spans: two to four digits of hours, two decimals.
    *each(CORE + "session_time", 0, "00:00:00", "0000:00:00", "0000:05:30.25", "9999:59:59.99", "01:02:03.4", "123:00:00"),
    *each(CORE + "session_time", 405, "", "0:00:00", "00000:00:00", "00:60:00", "00:00:60", "00:00", "00:0:00", "00:00:00.123",
          "00:00:00.", "PT5M", "300", "-00:01:00", "00:00:00,5"),
    # Preferences.
    *each("cmi.student_preference.audio", 0, "-1", "0", "100"), *each("cmi.student_preference.audio", 405, "-2", "101", "1.5", "", "a"),
    *each("cmi.student_preference.speed", 0, "-100", "0", "100"), *each("cmi.student_preference.speed", 405, "-101", "101", "1.5"),
    *each("cmi.student_preference.text", 0, "-1", "0", "1"), *each("cmi.student_preference.text", 405, "2", "-2", ""),
    *each("cmi.student_preference.language", 0, "", "French", "x" * 255), ("cmi.student_preference.language", "x" * 256, 405),
    ("cmi.student_preference.video", "1", 401),
    # Objectives.
    *each("cmi.objectives.0.id", 0, "m01.o1", "a", "x" * 255, "A-b_c.d", "urn:x:y"),
    *each("cmi.objectives.0.id", 405, "", "two words", "tab\tin", "x" * 256, "é"),
    ("cmi.objectives.1.id", "a", 201), ("cmi.objectives.7.status", "passed", 201),
    *each("cmi.objectives.0.status", 0, "passed", "completed", "failed", "incomplete", "browsed", "not attempted"),
    *each("cmi.objectives.0.status", 405, "", "unknown", "PASSED"),
    *each("cmi.objectives.0.score.raw", 0, "", "0", "50.5", "100"), *each("cmi.objectives.0.score.raw", 405, "101", "-1", "x"),
    ("cmi.objectives.0.score.scaled", "1", 401), ("cmi.objectives.0.description", "x", 401),
    # Interactions.
    *each(Q + "id", 0, "m01.q_say", "x" * 255, "a-b"), *each(Q + "id", 405, "", "a b", "x" * 256, "ü"),
    ("cmi.interactions.1.id", "a", 201), ("cmi.interactions.2.objectives.0.id", "a", 201),
    *each(Q + "type", 0, "true-false", "choice", "fill-in", "matching", "performance", "likert", "sequencing", "numeric"),
    *each(Q + "type", 405, "", "Choice", "long-fill-in", "other", "multiple", "true_false"),
    *each(Q + "time", 0, "00:00:00", "23:59:59", "12:30:05.25", "12:30:05.2"),
    *each(Q + "time", 405, "24:00:00", "1:00:00", "12:60:00", "12:00:60", "12:30", "12:30:05.255", "", "0000:00:00"),
    *each(Q + "weighting", 0, "1", "0", "-1", "2.5", "1000"), *each(Q + "weighting", 405, "", "a", "1,5", "1e3"),
    *each(Q + "result", 0, "correct", "wrong", "unanticipated", "neutral", "1", "0.5", "-3"),
    *each(Q + "result", 405, "incorrect", "right", "", "Correct", "x.x"),
    *each(Q + "latency", 0, "00:00:05", "0000:01:05.25"), *each(Q + "latency", 405, "", "5", "00:00:05.255", "PT5S"),
    (Q + "objectives.0.id", "m01.o1", 0), (Q + "objectives.1.id", "m01.o1", 201), (Q + "objectives.0.id", "a b", 405),
    (Q + "objectives._count", "1", 402), (Q + "correct_responses._count", "1", 402),
    (Q + "correct_responses.1.pattern", "a", 201),
    # Without a type no form is the right one.
    (Q + "student_response", "a", 405), (Q + "correct_responses.0.pattern", "a", 405), (Q + "learner_response", "a", 401),
]

# Answers and patterns by the type of the question: right ones, wrong ones.
FORMS = {
    "true-false": (["t", "f", "0", "1"], ["", "true", "T", "2", "tf"]),
    "choice": (["a", "z", "0", "9", "a,c", "a,b,c,d", "{a,c}", "{a}"], ["", "A", "ab", "a,", ",a", "a, c", "a;c", "a[,]c", "{a,c", "é"]),
    "fill-in": (["", "water point", "x" * 255], ["x" * 256]),
    "matching": (["1.a", "1.a,2.c", "{1.a,2.c}"], ["", "1", "1.a,2", "1-a", "1[.]a", "11.a", "1.a, 2.c"]),
    "performance": (["", "1a,3b", "5emergency", "x" * 255], ["x" * 256]),
    "likert": (["", "a", "5"], ["10", "A", "aa"]),
    "sequencing": (["a", "b,a,c"], ["", "ba", "b a", "b[,]a"]),
    "numeric": (["72", "-1.5", "0"], ["", "a", "70[:]74", "1,5", "7."]),
}

AFTER = [
    ([(Q + "type", kind)], Q + element, value, code)
    for kind, lists in FORMS.items()
    for element in ("student_response", "correct_responses.0.pattern")
    for values, code in zip(lists, (0, 405))
    for value in values
] + [
    ([("cmi.objectives.0.id", "a")], "cmi.objectives.1.id", "b", 0),
    ([("cmi.objectives.0.id", "a")], "cmi.objectives.0.id", "b", 0),
    ([("cmi.objectives.0.id", "a")], "cmi.objectives.2.id", "b", 201),
    ([(Q + "id", "a")], "cmi.interactions.1.id", "b", 0),
    ([(Q + "type", "choice"), (Q + "correct_responses.0.pattern", "a")], Q + "correct_responses.1.pattern", "b", 0),
    ([(Q + "type", "choice"), (Q + "correct_responses.0.pattern", "a")], Q + "correct_responses.2.pattern", "b", 201),
    ([("cmi.comments", "x" * 4000)], "cmi.comments", "y" * 96, 0),
    ([("cmi.comments", "x" * 4000)], "cmi.comments", "y" * 97, 405),
]

CORE_CHILDREN = "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time"

GETS = [
    ([], "", "", 201), ([], "core.exit", "", 201), ([], "cmi.foo", "", 401), ([], "cmi.core.exit.x", "", 401),
    ([], "cmi._version", "3.4", 0), ([], "cmi.core._version", "", 401),
    ([], "cmi.core._children", CORE_CHILDREN, 0), ([], "cmi.core.score._children", "raw,min,max", 0),
    ([], "cmi.objectives._children", "id,score,status", 0),
    ([], "cmi.interactions._children", "id,objectives,time,type,correct_responses,weighting,student_response,result,latency", 0),
    ([], "cmi.student_data._children", "mastery_score,max_time_allowed,time_limit_action", 0),
    ([], "cmi.student_preference._children", "audio,language,speed,text", 0),
    ([], "cmi.core.exit._children", "", 202), ([], "cmi.suspend_data._children", "", 202),
    ([], "cmi.core._count", "", 203), ([], "cmi.suspend_data._count", "", 203), ([], "cmi.core.score._count", "", 203),
    ([], "cmi.objectives._count", "0", 0), ([], "cmi.interactions._count", "0", 0),
    ([("cmi.objectives.0.id", "a")], "cmi.objectives._count", "1", 0), ([(Q + "id", "a")], "cmi.interactions._count", "1", 0),
    ([("cmi.objectives.0.id", "a")], "cmi.objectives.0.score._children", "raw,min,max", 0),
    ([(Q + "id", "a")], Q + "objectives._count", "0", 0), ([(Q + "objectives.0.id", "a")], Q + "objectives._count", "1", 0),
    ([], Q + "objectives._count", "", 201), ([], "cmi.objectives.0.id", "", 201), ([], "cmi.objectives.0.score._children", "", 201),
    ([("cmi.objectives.0.id", "a")], "cmi.objectives.0.id", "a", 0), ([("cmi.objectives.0.id", "a")], "cmi.objectives.1.id", "", 201),
    ([("cmi.objectives.0.id", "a")], "cmi.objectives.0.status", "", 0),
    ([("cmi.objectives.0.id", "a")], "cmi.objectives.0.score.raw", "", 0),
    # These can be written, never read.
    ([], CORE + "exit", "", 404), ([], CORE + "session_time", "", 404), ([(CORE + "exit", "suspend")], CORE + "exit", "", 404),
    *[([(Q + "id", "a")], Q + name, "", 404) for name in ["id", "type", "time", "weighting", "student_response", "result", "latency"]],
    ([(Q + "objectives.0.id", "a")], Q + "objectives.0.id", "", 404),
    # What is there before anything is set.
    ([], CORE + "student_id", "learner-1", 0), ([], CORE + "student_name", "Haddad, Amina", 0), ([], CORE + "credit", "credit", 0),
    ([], CORE + "lesson_mode", "normal", 0), ([], CORE + "entry", "ab-initio", 0), ([], CORE + "lesson_status", "not attempted", 0),
    ([], CORE + "total_time", "0000:00:00.00", 0), ([], CORE + "lesson_location", "", 0), ([], "cmi.suspend_data", "", 0),
    ([], CORE + "score.raw", "", 0), ([], "cmi.launch_data", "", 0), ([], "cmi.comments", "", 0), ([], "cmi.comments_from_lms", "", 0),
    ([], "cmi.student_data.mastery_score", "", 0), ([], "cmi.student_preference.audio", "0", 0),
    # What was set is read again; a refused value changes nothing.
    ([("cmi.suspend_data", "a1.x")], "cmi.suspend_data", "a1.x", 0), ([(CORE + "lesson_status", "failed")], CORE + "lesson_status", "failed", 0),
    ([(CORE + "lesson_status", "failed"), (CORE + "lesson_status", "no")], CORE + "lesson_status", "failed", 0),
    ([("cmi.comments", "one "), ("cmi.comments", "two")], "cmi.comments", "one two", 0),
    ([(CORE + "score.raw", "0")], CORE + "score.raw", "0", 0), ([(CORE + "score.raw", "5"), (CORE + "score.raw", "")], CORE + "score.raw", "", 0),
]

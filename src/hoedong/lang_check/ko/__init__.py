"""How the examples of the Korean folder are run: a runner for each rule file and each case table."""

from __future__ import annotations

from hoedong.lang_check.ko.clause_case import run_clause_case
from hoedong.lang_check.ko.correction import run_correction_rule
from hoedong.lang_check.ko.encounter import run_attendance_rule, run_encounter_rule, run_status_rule
from hoedong.lang_check.ko.encounter_case import run_encounter_case
from hoedong.lang_check.ko.layout import run_layout_rule
from hoedong.lang_check.ko.people import run_people_case, run_people_rule
from hoedong.lang_check.ko.place import run_place_case, run_place_rule, run_topic_case, run_topic_rule
from hoedong.lang_check.ko.publication import run_publication_case
from hoedong.lang_check.ko.sentence import run_sentence_case
from hoedong.lang_check.ko.speech import run_claim_rule, run_quotation_rule, run_trip_rule
from hoedong.lang_check.ko.time import run_time_case, run_time_rule
from hoedong.lang_check.runner import Runners

RUNNERS = Runners(
    rules={
        "attendance": run_attendance_rule,
        "claim": run_claim_rule,
        "correction": run_correction_rule,
        "encounter": run_encounter_rule,
        "layout": run_layout_rule,
        "people": run_people_rule,
        "place": run_place_rule,
        "quotation": run_quotation_rule,
        "status": run_status_rule,
        "time": run_time_rule,
        "topic": run_topic_rule,
        "trip": run_trip_rule,
    },
    cases={
        "clauses": run_clause_case,
        "encounters": run_encounter_case,
        "people": run_people_case,
        "places": run_place_case,
        "publication": run_publication_case,
        "sentences": run_sentence_case,
        "times": run_time_case,
        "topics": run_topic_case,
    },
)

"""The review queue: what is worth asking a person about the record, and what each question rests on."""

from hoedong.query.review.disputes import Disputes
from hoedong.query.review.dossier import Difference, QuestionDossier, Side, dossier_of
from hoedong.query.review.exhibit import Exhibit, exhibit_of, exhibits_of
from hoedong.query.review.open_questions import still_open
from hoedong.query.review.question import SUBJECTS, Question, QuestionKind
from hoedong.query.review.queue import Queue, review_queue

__all__ = [
    "SUBJECTS", "Difference", "Disputes", "Exhibit", "Question", "QuestionDossier", "QuestionKind", "Queue", "Side",
    "dossier_of", "exhibit_of", "exhibits_of", "review_queue", "still_open",
]  # fmt: skip

"""The habits of scikit-learn: parameters, clones, pipelines, grids, and its own checks."""

import inspect
import pickle
import re
import warnings

import pytest
from sklearn.base import clone
from sklearn.exceptions import SkipTestWarning
from sklearn.model_selection import GridSearchCV, ParameterGrid
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.utils import estimator_checks
from sklearn.utils.validation import check_is_fitted

from summarize import Article, Cluster, OptionError, Summarizer, SummaryTransformer

BRIDGE = [
    "The council of Ruhnau approved the new bridge over the river on Monday. It costs 40 million.",
    "A new bridge over the river was approved by the council of Ruhnau on Monday, people said.",
]
FERRY = ["The ferry Hilda ran aground off Lunde. All 212 people on board are safe and well."]
CLUSTERS = [BRIDGE, Cluster(tuple(map(Article, FERRY)), id="ferry"), [{"body": FERRY[0]}]]


def test_its_parameters_are_the_options_with_the_same_defaults():
    options = inspect.signature(Summarizer).parameters
    assert SummaryTransformer().get_params() == {
        name: option.default for name, option in options.items()
    }
    assert Summarizer(**SummaryTransformer().get_params()) == Summarizer()


def test_each_cluster_gets_the_summary_that_summarize_makes():
    found = SummaryTransformer(sentences=1).transform(CLUSTERS)
    assert found == [Summarizer(sentences=1).summarize(cluster) for cluster in CLUSTERS]
    assert [summary.id for summary in found] == [None, "ferry", None]


def test_it_needs_no_fit_and_fitting_changes_nothing():
    transformer = SummaryTransformer(sentences=1)
    check_is_fitted(transformer)
    before = vars(transformer).copy()
    assert transformer.fit(CLUSTERS) is transformer
    assert vars(transformer) == before
    assert transformer.fit_transform(CLUSTERS) == transformer.transform(iter(CLUSTERS))


def test_parameters_can_be_set_and_copied():
    transformer = SummaryTransformer(words=60, focus="bridge")
    copied = clone(transformer).set_params(words=None, sentences=2)
    assert (copied.words, copied.sentences, copied.focus) == (None, 2, "bridge")
    assert transformer.words == 60
    assert pickle.loads(pickle.dumps(copied)).get_params() == copied.get_params()  # noqa: S301
    assert repr(transformer) == "SummaryTransformer(focus='bridge', words=60)"
    with pytest.raises(ValueError, match="'length'"):
        transformer.set_params(length=3)


def test_an_earlier_summary_survives_a_clone():
    [earlier] = SummaryTransformer(sentences=1).transform([BRIDGE])
    again = clone(SummaryTransformer(seen=earlier)).transform([[*BRIDGE, *FERRY]])
    assert earlier.sentences[0].text not in again[0].text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"words": 0}, "words is 0"),
        ({"words": 3, "percent": 5}, "both given"),
        ({"rank": "best"}, "rank is 'best'; choose one of"),
        ({"lang": "xx"}, "lang is 'xx'"),
    ],
)
def test_options_are_checked_by_fit_and_transform_and_not_before(options, message):
    transformer = SummaryTransformer().set_params(**options)
    for use in (transformer.fit, transformer.transform, transformer.fit_transform):
        with pytest.raises(OptionError, match=message):
            use(CLUSTERS)


@pytest.mark.parametrize(
    ("clusters", "message"),
    [
        ("The dam held.", "clusters is a str; give a list of clusters"),
        (None, "clusters is a NoneType; give a list of clusters"),
        (["The dam held."], "articles is a str; give a list of texts"),
        ([[3.0]], "one of the articles is a float"),
    ],
)
def test_what_is_no_cluster_is_named(clusters, message):
    with pytest.raises(OptionError, match=message):
        SummaryTransformer().transform(clusters)


def test_it_is_a_step_of_a_pipeline():
    count = FunctionTransformer(lambda found: [[summary.n_words] for summary in found])
    pipeline = make_pipeline(SummaryTransformer(words=60), count)
    assert pipeline.fit_transform(CLUSTERS) == pipeline.transform(CLUSTERS)
    pipeline.set_params(summarytransformer__sentences=1, summarytransformer__words=None)
    assert [row[0] for row in pipeline.transform([BRIDGE])] == [13]


def test_a_grid_tries_lengths():
    both = [*BRIDGE, *FERRY]
    lengths = [
        clone(SummaryTransformer()).set_params(**point).transform([both])[0].n_words
        for point in ParameterGrid({"words": [8, 15, 40]})
    ]
    assert lengths == sorted(set(lengths))

    def score(transformer, clusters, _=None):
        return -sum(summary.n_words for summary in transformer.transform(clusters))

    search = GridSearchCV(
        SummaryTransformer(), {"words": [20, 60]}, scoring=score, cv=2, error_score="raise"
    )
    search.fit([BRIDGE, FERRY, BRIDGE, FERRY])
    assert search.best_params_ == {"words": 20}


class Numbers(SummaryTransformer):
    """Says that it takes a matrix of numbers, so that scikit-learn runs all of its checks."""

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = True
        return tags


# Checks that give a matrix of numbers to `transform`, which has none to summarise.
NEED_NUMBERS = {
    "check_dict_unchanged",
    "check_estimators_dtypes",
    "check_estimators_pickle",
    "check_f_contiguous_array_estimator",
    "check_fit_idempotent",
    "check_fit_score_takes_y",
    "check_methods_sample_order_invariance",
    "check_methods_subset_invariance",
    "check_pipeline_consistency",
    "check_transformer_general",
    "check_transformer_preserve_dtypes",
    "check_transformers_unfitted_stateless",
}
# That sparse matrices are refused by `fit`, which looks at nothing.
NEED_CHECKED_INPUT = {"check_estimator_sparse_tag"}


@pytest.mark.skipif(
    not hasattr(estimator_checks, "estimator_checks_generator"), reason="scikit-learn before 1.6"
)
def test_the_checks_of_scikit_learn_pass_but_for_those_that_need_numbers():
    passed, failed = set(), {}
    for estimator, check in estimator_checks.estimator_checks_generator(Numbers()):
        name = check.func.__name__
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                check(estimator)
        except (OptionError, AssertionError) as error:
            failed[name] = str(error)
        except estimator_checks.SkipTest:
            continue
        else:
            passed.add(name)
    assert set(failed) <= NEED_NUMBERS | NEED_CHECKED_INPUT
    numbers = {failed[name] for name in failed if name in NEED_NUMBERS}
    assert all(re.match("one of the articles is a float", message) for message in numbers)
    assert {
        "check_estimator_cloneable",
        "check_get_params_invariance",
        "check_no_attributes_set_in_init",
        "check_parameters_default_constructible",
        "check_set_params",
    } <= passed


@pytest.mark.skipif(
    not hasattr(estimator_checks, "estimator_checks_generator"), reason="scikit-learn before 1.6"
)
def test_scikit_learn_is_told_that_it_takes_no_matrix():
    with pytest.warns(SkipTestWarning, match="Can't test estimator SummaryTransformer"):
        estimator_checks.check_estimator(SummaryTransformer())

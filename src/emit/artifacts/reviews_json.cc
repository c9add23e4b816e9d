#include "base/path.h"
#include "emit/json_document.h"
#include "emit/review_list.h"

namespace runbookc {

namespace {

std::string reviews_json(const SiteInput& input) {
  const Corpus& corpus = input.corpus;
  JsonWriter json = begin_json_document(input, "reviews");
  json.key("reviews").begin_array();
  for (const Index index : pages_by_review(corpus, true)) {
    const Page& page = corpus.pages[index];
    json.begin_object()
        .member("id", page.id)
        .member("title", page.title)
        .member("path", corpus.path_of(page))
        .member("url", percent_encode_path(page.url))
        .member_strings("owners", owner_ids(corpus, page));
    write_review(json, page.review);
    json.end_object();
  }
  json.end_array();
  return end_json_document(std::move(json));
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {{"_/reviews.json", [&input] { return reviews_json(input); }, ""}};
}

}  // namespace

const ArtifactMaker& reviews_json_artifact() {
  static const ArtifactMaker maker = {
      .name = "reviews_json",
      .description = "what is due for review when",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc

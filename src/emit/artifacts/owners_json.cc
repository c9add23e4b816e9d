#include "emit/json_document.h"
#include "emit/pages_by_owner.h"

namespace runbookc {

namespace {

std::string owners_json(const SiteInput& input) {
  const Corpus& corpus = input.corpus;
  const auto pages = pages_by_owner(corpus);
  JsonWriter json = begin_json_document(input, "site-owners");
  json.key("owners").begin_array();
  for (Index i = 0; i < corpus.owners.owners().size(); ++i) {
    begin_owner(json, corpus, corpus.owners.owners()[i]);
    json.key("runbooks").begin_array();
    for (const Index page : pages[i]) json.string(corpus.pages[page].id);
    json.end_array().end_object();
  }
  json.end_array();
  return end_json_document(std::move(json));
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {{"_/owners.json", [&input] { return owners_json(input); }, ""}};
}

}  // namespace

const ArtifactMaker& owners_json_artifact() {
  static const ArtifactMaker maker = {
      .name = "owners_json",
      .description = "who owns what",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc

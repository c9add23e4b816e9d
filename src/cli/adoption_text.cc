#include "cli/adoption_text.h"

#include <fmt/format.h>

#include "base/excerpt.h"
#include "base/text.h"
#include "report/safe_text.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestValue = 60;

std::string place(const FoundAt& at, std::string_view document, const ShownPaths& paths) {
  std::string where;
  if (at.path != document) where = safe_text(paths(at.path)) + " ";
  if (at.line > 0) where += fmt::format("line {}: ", at.line);
  return where + safe_text(at.text);
}

std::string field_line(const AdoptedField& field, std::string_view document,
                       const ShownPaths& paths) {
  return fmt::format("  {:<18} {:<36} {}\n", field.key,
                     safe_text(excerpt(yaml_flow(field.value), kLongestValue)),
                     place(field.from, document, paths));
}

std::string open_line(const OpenPoint& point, std::string_view document, const ShownPaths& paths) {
  return fmt::format("  {:<18} {:<36} {}: {}\n", point.key.empty() ? "-" : point.key, "?",
                     place(point.at, document, paths), safe_text(point.reason));
}

std::string proposals(const AdoptionPlan& plan) {
  std::string out;
  for (const AliasProposal& alias : plan.aliases) {
    out += fmt::format(
        "  {:<18} '{}' stands where '{}' is expected in {} of type '{}': an alias of it, in a type "
        "of your own?\n",
        "alias", safe_text(alias.heading), safe_text(alias.section),
        count_of(alias.documents, "document"), alias.type);
  }
  for (const SectionConvention& convention : plan.conventions) {
    out += fmt::format("  {:<18} {} in {} share:", "type",
                       count_of(convention.documents, "document"), safe_text(convention.folder));
    for (const SharedSection& section : convention.sections) {
      out += fmt::format(" {} ({})", safe_text(section.title), section.documents);
    }
    out += "\n";
  }
  return out;
}

}  // namespace

std::size_t open_points(const AdoptionPlan& plan) {
  std::size_t count = plan.open.size();
  for (const DocumentAdoption& adoption : plan.documents) count += adoption.open.size();
  return count;
}

std::string explanation(const Corpus& corpus, const AdoptionPlan& plan, const ShownPaths& paths) {
  std::string out;
  for (const DocumentAdoption& adoption : plan.documents) {
    if (adoption.fields.empty() && adoption.open.empty()) continue;
    const std::string& path = corpus.path_of(corpus.pages[adoption.page]);
    out += safe_path(paths(path)) + "\n";
    for (const AdoptedField& field : adoption.fields) out += field_line(field, path, paths);
    for (const OpenPoint& point : adoption.open) out += open_line(point, path, paths);
  }
  std::string rest = proposals(plan);
  for (const OpenPoint& point : plan.open) rest += open_line(point, "", paths);
  return rest.empty() ? out : out + "for all\n" + rest;
}

}  // namespace runbookc

#include "check/secret_scrub.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "parse/secret_mask.h"

namespace runbookc {
namespace {

constexpr std::string_view kHidden = "•••";

std::string without_values(std::string_view text, const SecretValues& values) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = values.match(text.substr(at));
    if (size > 0)
      out += kHidden;
    else
      out += text[at];
    at += std::max<std::size_t>(size, 1);
  }
  return out;
}

bool shows_secret(std::string_view text, const SecretValues& values) {
  return text.find(kSecretMark) != std::string_view::npos || without_values(text, values) != text;
}

// `secrets` are sorted and apart from each other.
bool touches_secret(const Span& range, const std::vector<Span>& secrets) {
  const auto first = std::ranges::upper_bound(secrets, range.start, {}, &Span::end);
  return first != secrets.end() && first->start < range.end;
}

bool may_offer(const Fix& fix, const HiddenText& hidden) {
  return !shows_secret(fix.description, hidden.values) &&
         std::ranges::none_of(fix.edits, [&](const Edit& edit) {
           return touches_secret(edit.range, hidden.spans) ||
                  shows_secret(edit.text, hidden.values);
         });
}

}  // namespace

HiddenText hidden_text(const Document& document, const SourceFile& source) {
  HiddenText hidden;
  std::vector<std::string> values;
  for (const Problem& problem : document.problems) {
    if (problem.kind != ProblemKind::secret) continue;
    hidden.spans.push_back(problem.span);
    values.emplace_back(source.text(problem.span));
  }
  std::ranges::sort(hidden.spans);
  hidden.values = SecretValues(std::move(values));
  return hidden;
}

void scrub(Diagnostic& diagnostic, const HiddenText& hidden) {
  if (hidden.empty()) return;
  const auto clean = [&](std::string& text) { text = without_values(text, hidden.values); };
  clean(diagnostic.message);
  clean(diagnostic.help);
  clean(diagnostic.subject);
  std::ranges::for_each(diagnostic.equal_subjects, clean);
  if (diagnostic.fix && !may_offer(*diagnostic.fix, hidden)) diagnostic.fix.reset();
}

}  // namespace runbookc

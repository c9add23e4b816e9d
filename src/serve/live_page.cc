#include "serve/live_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kPolicy = R"(<meta http-equiv="Content-Security-Policy" content=")";
constexpr std::string_view kHeadEnd = "</head>";
// Of two directives of one name the first counts: a template of the project may have its own.
constexpr std::string_view kMayAsk = "connect-src 'self'; ";

}  // namespace

std::string with_live_script(std::string_view html, std::string_view state) {
  std::string page(html);
  const std::string script = fmt::format("<script src=\"{}\" data-state=\"{}\" defer></script>\n",
                                         kLiveScript, escape_html(state));
  const auto head_end = std::min(page.find(kHeadEnd), page.size());
  page.insert(head_end, script);
  const auto policy = page.find(kPolicy);
  if (policy < head_end) page.insert(policy + kPolicy.size(), kMayAsk);
  return page;
}

}  // namespace runbookc

#include "corpus/link_scheme.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"

namespace runbookc {
namespace {

// Sorted. Addresses on the web, and programs that people on call open from a page.
constexpr auto kLinked = std::to_array<std::string_view>({"callto",    "discord",
                                                          "facetime",  "facetime-audio",
                                                          "ftp",       "ftps",
                                                          "geo",       "git",
                                                          "http",      "https",
                                                          "irc",       "ircs",
                                                          "ldap",      "ldaps",
                                                          "mailto",    "matrix",
                                                          "msteams",   "opsgenie",
                                                          "pagerduty", "rdp",
                                                          "sftp",      "sgnl",
                                                          "sip",       "sips",
                                                          "skype",     "slack",
                                                          "sms",       "ssh",
                                                          "tel",       "telnet",
                                                          "tg",        "vnc",
                                                          "vscode",    "vscode-insiders",
                                                          "webcal",    "webex",
                                                          "whatsapp",  "xmpp",
                                                          "zoommtg",   "zoomus"});
static_assert(std::ranges::is_sorted(kLinked));

bool is_scheme_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
}

}  // namespace

std::string_view scheme_of(std::string_view target) {
  if (target.empty() || !is_letter(target.front())) return {};
  const auto end = std::ranges::find_if_not(target, is_scheme_character);
  if (end == target.end() || *end != ':') return {};
  return target.substr(0, static_cast<std::size_t>(end - target.begin()));
}

bool is_linked_scheme(std::string_view scheme) {
  return std::ranges::binary_search(kLinked, lower_ascii(scheme));
}

}  // namespace runbookc

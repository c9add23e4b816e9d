#include "emit/xml_text.h"

#include "base/text.h"

namespace runbookc {

namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string shown;
  for (const char c : text) {
    if (is_forbidden(c)) {
      shown += kReplacement;
    } else {
      shown += c;
    }
  }
  std::string out = escape_html(shown);
  out = replace_all(out, "\xef\xbf\xbe", kReplacement);
  return replace_all(out, "\xef\xbf\xbf", kReplacement);
}

}  // namespace runbookc

#include "parse/mojibake.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "parse/text_scan.h"

namespace runbookc {
namespace {

// How much a decoded character speaks for mojibake.
enum class Weight : unsigned char {
  none,    // it is no character that runbooks have: the run is something else
  weak,    // believable in a run of at least two
  strong,  // enough on its own
};

struct Range {
  char32_t first;
  char32_t last;
  Weight weight;
};

// In order; what is not listed weighs nothing.
constexpr std::array<Range, 16> kWeights = {{
    {0x00A0, 0x017F, Weight::strong},    // Latin letters and signs
    {0x0370, 0x03FF, Weight::weak},      // Greek
    {0x0400, 0x04FF, Weight::weak},      // Cyrillic
    {0x05D0, 0x05EA, Weight::weak},      // Hebrew
    {0x0620, 0x064A, Weight::weak},      // Arabic
    {0x0900, 0x0DFF, Weight::weak},      // Indic
    {0x0E00, 0x0EFF, Weight::weak},      // Thai, Lao
    {0x1E00, 0x1EFF, Weight::weak},      // Vietnamese
    {0x2009, 0x22FF, Weight::strong},    // punctuation, currency, arrows, mathematics
    {0x2300, 0x27BF, Weight::strong},    // technical, box drawing, dingbats
    {0x2900, 0x2BFF, Weight::strong},    // arrows and shapes
    {0x3000, 0x9FFF, Weight::weak},      // Chinese, Japanese
    {0xAC00, 0xD7A3, Weight::weak},      // Korean
    {0xFE0F, 0xFE0F, Weight::strong},    // emoji presentation
    {0xFEFF, 0xFFFD, Weight::strong},    // byte-order mark, full width, replacement character
    {0x1F000, 0x1FAFF, Weight::strong},  // emoji
}};

Weight weight_of(char32_t character) {
  for (const Range& range : kWeights)
    if (character >= range.first && character <= range.last) return range.weight;
  return Weight::none;
}

// One character of the run decoded: it took `size` bytes of the text.
struct Decoded {
  std::size_t size = 0;  // 0: none
  char32_t value = 0;
  std::size_t bytes = 0;  // of UTF-8 that it is made of
  bool all_marks = true;  // its continuation bytes show as punctuation that ends a word
};

// Marks that stand behind a letter in real text, so that letter and mark may look like UTF-8.
bool is_word_end_mark(char32_t c) {
  constexpr std::u32string_view kMarks = U"‘’“”‚„…–—»«›‹°™®©·\u00A0¡¿†‡•¹²³¼½¾±";
  return kMarks.find(c) != std::u32string_view::npos;
}

std::size_t sequence_length(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

Decoded decode_once(std::string_view text, std::size_t at, CodePage page) {
  Decoded decoded;
  std::string bytes;
  std::size_t length = 1;
  for (std::size_t i = at; bytes.size() < length;) {
    if (i >= text.size() || static_cast<unsigned char>(text[i]) < 0x80) return {};
    const CodePoint point = decode_utf8(text.substr(i));
    const auto byte = code_page_byte(page, point.value);
    if (!byte) return {};
    if (bytes.empty())
      length = sequence_length(*byte);
    else
      decoded.all_marks = decoded.all_marks && is_word_end_mark(point.value);
    if (length == 0) return {};
    bytes += static_cast<char>(*byte);
    i += point.size;
    decoded.size = i - at;
  }
  if (!is_valid_utf8(bytes)) return {};
  decoded.value = decode_utf8(bytes).value;
  decoded.bytes = bytes.size();
  // Two-byte sequences of Mac Roman look like `“é`: only Latin letters (`√©`) are beyond doubt.
  if (page == CodePage::mac_roman && decoded.bytes == 2 && decoded.value > 0x17F) return {};
  return weight_of(decoded.value) == Weight::none ? Decoded{} : decoded;
}

struct Run {
  std::size_t end = 0;
  std::size_t count = 0;
  bool strong = false;
  Decoded first;
  std::string text;
};

Run decode_run(std::string_view text, std::size_t at, CodePage page) {
  Run run{.end = at, .first = {}, .text = {}};
  while (true) {
    const Decoded next = decode_once(text, run.end, page);
    if (next.size == 0) return run;
    if (run.count++ == 0) run.first = next;
    run.strong = run.strong || weight_of(next.value) == Weight::strong;
    run.end += next.size;
    append_utf8(run.text, next.value);
  }
}

char32_t character_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
  return decode_utf8(text.substr(start)).value;
}

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && is_word_character(c));
}

// Whether the only pair of a run may be a capital letter with the mark that ends its word: `IRMÃ”`,
// `PÅ“`, `“Å”`. In real mojibake, a letter follows or a small letter stands before it.
bool may_be_text(std::string_view text, std::size_t at, const Run& run) {
  if (run.count != 1 || !run.first.all_marks) return false;
  const char32_t before = character_before(text, at);
  const char32_t after = run.end < text.size() ? decode_utf8(text.substr(run.end)).value : 0;
  if (run.first.bytes == 3) return is_letter(before) && !is_letter(after);
  const bool small_before = is_letter(before) && to_lower(before) == before;
  // Nobody writes a lone `Â` before such a sign, but in quotes.
  constexpr std::u32string_view kSigns = U"°®©¹²³¼½¾±«»·¡¿";
  constexpr std::u32string_view kQuotes = U"‘’“”‚„«»›‹\"'";
  if (kSigns.find(run.first.value) != std::u32string_view::npos && !is_letter(before) &&
      kQuotes.find(before) == std::u32string_view::npos) {
    return false;
  }
  return run.first.bytes == 2 && !small_before && !is_letter(after) && run.first.value != 0xA0;
}

bool is_believable(std::string_view text, std::size_t at, const Run& run) {
  if (run.count == 0) return false;
  return (run.strong || run.count > 1) && !may_be_text(text, at, run);
}

Mojibake make_mojibake(std::size_t at, CodePage page, Run run) {
  Mojibake found;
  found.range = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(run.end)};
  found.page = page;
  found.lost = run.text.find("\xEF\xBF\xBD") != std::string::npos;
  found.text = run.text == "\xEF\xBB\xBF" ? std::string() : std::move(run.text);
  return found;
}

}  // namespace

std::vector<Mojibake> find_mojibake(std::string_view text) {
  std::vector<Mojibake> found;
  std::size_t at = next_non_ascii(text, 0);
  while (at < text.size()) {
    Run windows = decode_run(text, at, CodePage::windows_1252);
    Run mac = decode_run(text, at, CodePage::mac_roman);
    const bool is_mac = mac.end > windows.end;
    Run& run = is_mac ? mac : windows;
    const std::size_t start = at;
    if (is_believable(text, at, run)) {
      at = run.end;
      found.push_back(make_mojibake(start, is_mac ? CodePage::mac_roman : CodePage::windows_1252,
                                    std::move(run)));
    } else {
      at += std::max<std::size_t>(decode_utf8(text.substr(at)).size,
                                  run.count > 0 ? run.end - start : 0);
    }
    at = next_non_ascii(text, at);
  }
  return found;
}

}  // namespace runbookc

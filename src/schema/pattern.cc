#include "schema/pattern.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/ascii.h"

namespace runbookc {
namespace {

// ECMA 262's WhiteSpace and LineTerminator, and the rest, as ranges inside a class.
constexpr std::string_view kSpace =
    R"(\x{9}-\x{d}\x{20}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff})";
constexpr std::string_view kNotSpace =
    R"(\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027})"
    R"(\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff})";

struct PropertyName {
  std::string_view ecma;
  std::string_view re2;
};
// The general categories whose long names RE2 does not know.
constexpr std::array kProperties = std::to_array<PropertyName>({{"Letter", "L"},
                                                                {"Lowercase_Letter", "Ll"},
                                                                {"Uppercase_Letter", "Lu"},
                                                                {"Titlecase_Letter", "Lt"},
                                                                {"Modifier_Letter", "Lm"},
                                                                {"Other_Letter", "Lo"},
                                                                {"Mark", "M"},
                                                                {"Number", "N"},
                                                                {"Decimal_Number", "Nd"},
                                                                {"digit", "Nd"},
                                                                {"Letter_Number", "Nl"},
                                                                {"Other_Number", "No"},
                                                                {"Punctuation", "P"},
                                                                {"punct", "P"},
                                                                {"Symbol", "S"},
                                                                {"Separator", "Z"},
                                                                {"Space_Separator", "Zs"},
                                                                {"Other", "C"},
                                                                {"Control", "Cc"},
                                                                {"cntrl", "Cc"},
                                                                {"Format", "Cf"}});

constexpr bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

class Translator {
 public:
  explicit Translator(std::string_view pattern) : in_(pattern) {}

  Result<std::string> run() {
    while (at_ < in_.size() && problem_.empty()) step();
    if (!problem_.empty()) return Error{problem_, ""};
    if (in_class_) return Error{"a '[' is not closed", ""};
    return std::move(out_);
  }

 private:
  void step() {
    const char c = in_[at_];
    if (c == '\\') {
      escape();
      return;
    }
    ++at_;
    if (in_class_) {
      class_character(c);
      return;
    }
    switch (c) {
      case '[':
        open_class();
        return;
      case '(':
        open_group();
        return;
      case '.':
        out_ += R"([^\n\r\x{2028}\x{2029}])";
        return;
      case '^':
        out_ += "\\A";
        return;
      case '$':
        out_ += "\\z";
        return;
      default:
        out_ += c;
    }
  }

  void class_character(char c) {
    if (c == ']') in_class_ = false;
    if (c == '[') out_ += '\\';  // else RE2 might read [:alpha:]
    out_ += c;
  }

  void open_class() {
    if (rest().starts_with("^]")) {
      at_ += 2;
      out_ += R"([\x{0}-\x{10ffff}])";
    } else if (rest().starts_with("]")) {
      at_ += 1;
      out_ += R"([^\x{0}-\x{10ffff}])";
    } else {
      in_class_ = true;
      out_ += '[';
      if (rest().starts_with("^")) {
        out_ += '^';
        ++at_;
      }
    }
  }

  void open_group() {
    if (!rest().starts_with("?")) {
      out_ += "(?:";
      return;
    }
    for (const std::string_view look : {"?=", "?!", "?<=", "?<!"}) {
      if (rest().starts_with(look)) {
        problem_ = fmt::format("it looks around with '({}', which is not supported", look);
        return;
      }
    }
    const std::size_t name_end = rest().starts_with("?<") ? rest().find('>') : 1;
    const bool plain = rest().starts_with("?:");
    if (name_end == std::string_view::npos || (!plain && name_end == 1)) {
      problem_ = "'(?' begins no kind of group";
      return;
    }
    at_ += name_end + 1;
    out_ += "(?:";
  }

  void escape() {
    if (at_ + 1 == in_.size()) {
      problem_ = "it ends in a lone '\\'";
      return;
    }
    const char c = in_[at_ + 1];
    at_ += 2;
    if (c == 's' || c == 'S') {
      space_class(c == 's');
      return;
    }
    if (c == 'b' && in_class_) {
      code_point(8);
      return;
    }
    if (std::string_view("dDwWtnvfr").find(c) != std::string_view::npos ||
        ((c == 'b' || c == 'B') && !in_class_)) {
      out_ += '\\';
      out_ += c;
      return;
    }
    if (c == '0') {
      code_point(0);
      return;
    }
    if (c >= '1' && c <= '9') {
      problem_ = fmt::format("it refers back with '\\{}', which is not supported", c);
      return;
    }
    if (is_letter(c)) {
      letter_escape(c);
      return;
    }
    if (static_cast<unsigned char>(c) < 0x80) out_ += '\\';  // punctuation stands for itself
    out_ += c;
  }

  void letter_escape(char c) {
    switch (c) {
      case 'c':
        control_escape();
        return;
      case 'x':
        hex_escape(2);
        return;
      case 'u':
        unicode_escape();
        return;
      case 'p':
      case 'P':
        property_escape(c);
        return;
      case 'k':
        problem_ = "it refers back with '\\k', which is not supported";
        return;
      default:
        problem_ = fmt::format("'\\{}' is no escape", c);
    }
  }

  void control_escape() {
    if (at_ >= in_.size() || !is_letter(in_[at_])) {
      problem_ = "'\\c' wants a letter";
      return;
    }
    code_point(static_cast<unsigned>(in_[at_++]) & 31U);
  }

  void hex_escape(std::size_t digits) {
    if (const std::optional<unsigned> value = hex(at_, digits)) {
      at_ += digits;
      code_point(*value);
    }
  }

  void unicode_escape() {
    if (rest().starts_with("{")) {
      const std::size_t close = in_.find('}', at_);
      const std::size_t digits = close == std::string_view::npos ? 0 : close - at_ - 1;
      const std::optional<unsigned> value = hex(at_ + 1, digits);
      at_ += digits + 2;
      if (value) code_point(*value);
      return;
    }
    std::optional<unsigned> value = hex(at_, 4);
    if (!value) return;
    at_ += 4;
    // A surrogate pair, as JSON writers know it.
    if (*value >= 0xd800 && *value < 0xdc00 && rest().starts_with("\\u")) {
      const std::optional<unsigned> low = hex(at_ + 2, 4);
      if (!low) return;
      at_ += 6;
      value = 0x10000 + ((*value - 0xd800) << 10U) + (*low - 0xdc00);
    }
    code_point(*value);
  }

  void property_escape(char c) {
    const std::size_t close = in_.find('}', at_);
    if (!rest().starts_with("{") || close == std::string_view::npos) {
      problem_ = fmt::format("'\\{}' wants a property in braces", c);
      return;
    }
    std::string_view name = in_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    if (const std::size_t equals = name.find('='); equals != std::string_view::npos) {
      name.remove_prefix(equals + 1);  // Script=Greek, General_Category=Letter
    }
    const auto* const known = std::ranges::find(kProperties, name, &PropertyName::ecma);
    out_ += fmt::format("\\{}{{{}}}", c, known == kProperties.end() ? name : known->re2);
  }

  void space_class(bool space) {
    const std::string_view ranges = space ? kSpace : kNotSpace;
    out_ += in_class_ ? std::string(ranges) : fmt::format("[{}]", ranges);
  }

  std::optional<unsigned> hex(std::size_t from, std::size_t digits) {
    const std::string_view text = in_.substr(std::min(from, in_.size()), digits);
    unsigned value = 0;
    if (text.size() != digits || digits == 0 || digits > 6 || !std::ranges::all_of(text, is_hex)) {
      problem_ = "an escape lacks its hexadecimal digits";
      return std::nullopt;
    }
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
  }

  void code_point(unsigned value) { out_ += fmt::format("\\x{{{:x}}}", value); }
  std::string_view rest() const { return in_.substr(at_); }

  std::string_view in_;
  std::size_t at_ = 0;
  bool in_class_ = false;
  std::string out_;
  std::string problem_;
};

// What RE2 says, without the piece of its own dialect that it quotes behind a colon.
std::string fault_of(const re2::RE2& program) {
  std::string fault = program.error();
  const std::string quoted = ": " + program.error_arg();
  if (fault.ends_with(quoted)) fault.resize(fault.size() - quoted.size());
  return fault;
}

}  // namespace

Result<std::string> ecma_to_re2(std::string_view pattern) { return Translator(pattern).run(); }

Result<Pattern> Pattern::compile(std::string_view ecma) {
  if (ecma.size() > kMostBytes) return Error{fmt::format("it is over {} bytes", kMostBytes), ""};
  const Result<std::string> translated = ecma_to_re2(ecma);
  if (!translated) return translated.error();
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  auto program = std::make_unique<re2::RE2>(*translated, options);
  if (!program->ok()) return Error{fault_of(*program), ""};
  return Pattern(std::string(ecma), std::move(program));
}

Pattern::Pattern(std::string source, std::unique_ptr<re2::RE2> program)
    : source_(std::move(source)), program_(std::move(program)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

bool Pattern::matches(std::string_view text) const {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *program_);
}

}  // namespace runbookc

#include "shell/typography.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"
#include "shell/bare_text.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestQuotation = 512;

enum class Glyph : std::uint8_t {
  other,
  single_quote,
  double_quote,
  en_dash,
  em_dash,
  space,
  invisible
};

Glyph glyph_of(char32_t c) {
  struct Row {
    char32_t character;
    Glyph glyph;
  };
  constexpr std::array kGlyphs = {
      Row{U'\u2018', Glyph::single_quote}, Row{U'\u2019', Glyph::single_quote},
      Row{U'\u201A', Glyph::single_quote}, Row{U'\u201B', Glyph::single_quote},
      Row{U'\u00B4', Glyph::single_quote}, Row{U'\u201C', Glyph::double_quote},
      Row{U'\u201D', Glyph::double_quote}, Row{U'\u201E', Glyph::double_quote},
      Row{U'\u201F', Glyph::double_quote}, Row{U'\u2010', Glyph::en_dash},
      Row{U'\u2011', Glyph::en_dash},      Row{U'\u2012', Glyph::en_dash},
      Row{U'\u2013', Glyph::en_dash},      Row{U'\u2212', Glyph::en_dash},
      Row{U'\u2014', Glyph::em_dash},      Row{U'\u2015', Glyph::em_dash},
      Row{U'\u00A0', Glyph::space},        Row{U'\u2007', Glyph::space},
      Row{U'\u2009', Glyph::space},        Row{U'\u200A', Glyph::space},
      Row{U'\u202F', Glyph::space},        Row{U'\u3000', Glyph::space},
      Row{U'\u200B', Glyph::invisible},    Row{U'\u200C', Glyph::invisible},
      Row{U'\u200D', Glyph::invisible},    Row{U'\u2060', Glyph::invisible},
      Row{U'\uFEFF', Glyph::invisible}};
  const auto* row = std::ranges::find(kGlyphs, c, &Row::character);
  return row == kGlyphs.end() ? Glyph::other : row->glyph;
}

bool is_part_of_word(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
}
bool begins_word(std::string_view text, std::size_t at) {
  constexpr std::string_view kBefore = " \t\r\n;|&(";
  return at == 0 || kBefore.find(text[at - 1]) != std::string_view::npos;
}

// Reads the text once, from slip to slip.
class TypographyScan {
 public:
  TypographyScan(std::string_view text, const ShellScript& script)
      : text_(text), states_(text_states(text, script)) {}

  std::vector<TypographySlip> slips() {
    std::size_t at = 0;
    while (at < text_.size() && slips_.size() < kMostShellSlips) {
      const std::size_t size = decode_utf8(text_.substr(at)).size;
      at = std::max(at + size, slip_end(at, size));
    }
    return std::move(slips_);
  }

 private:
  Glyph bare_glyph(std::size_t at) const {
    const bool ascii = static_cast<unsigned char>(text_[at]) < 0x80U;
    if (ascii || states_[at] != TextState::bare) return Glyph::other;
    return glyph_of(decode_utf8(text_.substr(at)).value);
  }

  std::size_t add(SlipKind kind, std::size_t begin, std::size_t end,
                  std::optional<std::string> replacement) {
    slips_.push_back({kind,
                      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                      std::move(replacement)});
    return end;
  }

  // Where the slip that begins at `at` ends, or `at`.
  std::size_t slip_end(std::size_t at, std::size_t size) {
    const Glyph glyph = bare_glyph(at);
    switch (glyph) {
      case Glyph::single_quote:
      case Glyph::double_quote:
        return quotation(at, size, glyph);
      case Glyph::en_dash:
      case Glyph::em_dash:
        return dash(at, size, glyph);
      case Glyph::space:
        return add(SlipKind::space, at, at + size, " ");
      case Glyph::invisible:
        return begins_word(text_, at) ? add(SlipKind::invisible, at, at + size, "") : at;
      case Glyph::other:
        return at;
    }
    return at;
  }

  bool is_apostrophe(std::size_t at, std::size_t size) const {
    return at > 0 && at + size < text_.size() && is_part_of_word(text_[at - 1]) &&
           is_part_of_word(text_[at + size]) &&
           glyph_of(decode_utf8(text_.substr(at + size)).value) == Glyph::other;
  }

  std::size_t quotation(std::size_t at, std::size_t size, Glyph glyph) {
    if (glyph == Glyph::single_quote && is_apostrophe(at, size)) return at;
    const char quote = glyph == Glyph::single_quote ? '\'' : '"';
    const std::size_t inner = at + size;
    const std::string_view near = text_.substr(inner, kLongestQuotation);
    const std::size_t last =
        inner + std::min(near.find_first_of(std::string{'\n', quote}), near.size());
    for (std::size_t end = inner; end < last;) {
      const std::size_t step = decode_utf8(text_.substr(end)).size;
      if (bare_glyph(end) == glyph && (quote == '"' || !is_apostrophe(end, step))) {
        return add(SlipKind::quotes, at, end + step, straight(inner, end, glyph, quote));
      }
      end += step;
    }
    return add(SlipKind::quote, at, inner, std::nullopt);
  }

  // What stands between two quotes, with straight ones around it and in it. In it the others must
  // come in pairs, or one of them may be no quote.
  std::optional<std::string> straight(std::size_t begin, std::size_t end, Glyph outer,
                                      char quote) const {
    const Glyph other = outer == Glyph::single_quote ? Glyph::double_quote : Glyph::single_quote;
    std::string text(1, quote);
    std::size_t inner = 0;
    for (std::size_t at = begin; at < end;) {
      const std::size_t size = decode_utf8(text_.substr(at)).size;
      const bool quotes =
          bare_glyph(at) == other && (other == Glyph::double_quote || !is_apostrophe(at, size));
      if (quotes)
        text += quote == '"' ? '\'' : '"';
      else
        text += text_.substr(at, size);
      inner += quotes ? 1 : 0;
      at += size;
    }
    if (inner % 2 == 1) return std::nullopt;
    return text + quote;
  }

  // What was typed for `--` becomes one long dash, and for `-` a short one; but a short one before
  // a long name might have been either.
  std::size_t dash(std::size_t at, std::size_t size, Glyph glyph) {
    if (const std::size_t end = second_dash_end(at, size); end != at) return end;
    const std::size_t name = at + size;
    if (!begins_word(text_, at) || name >= text_.size() || !is_letter(text_[name])) return at;
    const bool letter = name + 1 >= text_.size() || !is_part_of_word(text_[name + 1]);
    if (glyph == Glyph::em_dash) return add(SlipKind::dash, at, name, letter ? "-" : "--");
    if (letter) return add(SlipKind::dash, at, name, "-");
    return add(SlipKind::dash, at, name, std::nullopt);
  }

  // `-–name`, `–-name`, `––name`: two were typed. Where that slip ends, or `at`.
  std::size_t second_dash_end(std::size_t at, std::size_t size) {
    const bool before = at > 0 && text_[at - 1] == '-' && begins_word(text_, at - 1);
    std::size_t name = at + size;
    if (!before) {
      if (!begins_word(text_, at) || name >= text_.size()) return at;
      const bool dash = bare_glyph(name) == Glyph::en_dash;
      if (!dash && text_[name] != '-') return at;
      name += dash ? decode_utf8(text_.substr(name)).size : 1;
    }
    if (name >= text_.size() || !is_letter(text_[name])) return at;
    return add(SlipKind::dash, before ? at - 1 : at, name, "--");
  }

  std::string_view text_;
  std::vector<TextState> states_;
  std::vector<TypographySlip> slips_;
};

}  // namespace

std::vector<TypographySlip> find_typography(std::string_view text, const ShellScript& script) {
  if (is_ascii(text)) return {};
  return TypographyScan(text, script).slips();
}

}  // namespace runbookc

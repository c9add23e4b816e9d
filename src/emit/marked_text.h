// A text with its placeholders and, if it is shell, its colours, as HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/command.h"
#include "shell/highlight.h"

namespace runbookc {

// Hands out a text piece by piece, in ascending order; linear in the text.
class MarkedText {
 public:
  // `text` and `placeholders` (of that text) outlive this.
  static MarkedText of_message(std::string_view text, const std::vector<Placeholder>& placeholders);
  static MarkedText of_command(const Command& command);

  // Appends text[begin, end), escaped. Each placeholder in it is a `<var class="param">`, and what
  // is coloured a `<span>` with a class of one letter. Precondition: begin is not before the end of
  // the piece before, and no placeholder lies across an end.
  void append(std::string& out, std::size_t begin, std::size_t end);

 private:
  struct Place {
    ByteRange range;
    const Placeholder* placeholder = nullptr;
  };

  MarkedText(std::string_view text, const std::vector<Placeholder>& placeholders);
  void append_filled(std::string& out, std::size_t begin, std::size_t end);

  std::string_view text_;
  std::vector<Place> places_;
  std::vector<Highlight> colours_;
  std::size_t next_place_ = 0;
  std::size_t next_colour_ = 0;
};

}  // namespace runbookc

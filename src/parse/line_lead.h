// What stands on a line before the text of its innermost container: blanks, `>` and list markers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace runbookc {

inline constexpr std::uint32_t kCodeColumns = 4;  // of indentation that make code

// Goes over the beginning of a line. A tab reaches to the next multiple of four columns, counted
// from where the blanks begin.
class LineCursor {
 public:
  LineCursor(std::string_view line, std::uint32_t at) : line_(line), at_(at) {}

  std::uint32_t at() const { return at_; }
  std::string_view rest() const { return line_.substr(at_); }
  bool is_blank() const;
  // Takes blanks up to `most` columns, and says how many it took.
  std::uint32_t take_blanks(std::uint32_t most);
  // Takes `>` with the blanks before it and one behind it; takes nothing if there is none.
  bool take_quote();
  // Takes a list marker with the blank behind it, and says how many columns that is; 0 for none.
  std::uint32_t take_list_marker();

 private:
  std::string_view line_;
  std::uint32_t at_;
};

// The list items that are open around a lead, and how many quotes of it they stand in.
struct LeadItems {
  std::span<const std::uint32_t> columns;  // as in OpenBlocks
  std::uint32_t quotes = 0;
};

struct LineLead {
  std::uint32_t begin = 0;   // where it begins
  std::uint32_t end = 0;     // where the text begins
  std::uint32_t quotes = 0;  // how many `>`
  std::uint32_t width = 0;   // columns behind the last of them
  std::uint32_t item = 0;    // how many of them keep a line in the innermost list item
  bool is_code = false;      // the indentation makes code of the rest
  bool has_marker = false;   // a list item begins
  bool ends_in_quote = false;
  std::string blanked;  // itself, with blanks for list markers
};

// The lead from byte `begin` of the line on. `stop` ends it before its time.
LineLead read_lead(std::string_view line, std::uint32_t begin, const LeadItems& items,
                   std::string_view stop = {});

}  // namespace runbookc

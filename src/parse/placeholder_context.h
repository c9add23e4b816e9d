// What stands around a part of a command that reads as a placeholder: programs have languages of
// their own in which it is none.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "shell/risk_table.h"
#include "shell/shell_script.h"
#include "source/span.h"

namespace runbookc {

enum class PlaceholderStyle {
  angle,         // <name>
  bracket,       // [name]
  double_brace,  // {{name}}
  brace,         // {name}
  capitals       // YOUR_NAME
};

// For one command. Reads its words by the grammar, but only once somebody asks.
class PlaceholderContext {
 public:
  // `angles` are the placeholders that the grammar knows. `table` tells which programs run others;
  // it may be null. All must outlive this.
  PlaceholderContext(std::string_view text, const std::vector<ByteRange>& angles,
                     const RiskTable* table)
      : text_(text), angles_(angles), table_(table) {}

  // Whether text[range] is a pattern, a template, a filter, a key of JSON, a section of an INI file
  // or a value of an enumeration, and no placeholder of that style.
  bool is_foreign(PlaceholderStyle style, ByteRange range);

 private:
  // A word of a command, as an index.
  struct Place {
    ByteRange range;
    std::size_t command = 0;
    std::size_t word = 0;
  };
  // Where a candidate stands. Views into the script.
  struct Around {
    std::string_view program;  // "" in a here-document or a comment
    const ShellWord* word = nullptr;
    std::string_view previous;  // word
    const SimpleCommand* command = nullptr;
  };

  void read();
  std::string_view program_of(const std::vector<ShellWord>& words) const;
  Around around(std::size_t at);
  bool is_foreign_bracket(const Around& around, ByteRange range) const;
  bool is_foreign_brace(const Around& around, ByteRange range) const;
  bool is_foreign_capitals(const Around& around, ByteRange range) const;
  bool is_line(ByteRange range) const;

  std::string_view text_;
  const std::vector<ByteRange>& angles_;
  const RiskTable* table_;
  std::optional<ShellScript> script_;
  std::vector<std::string_view> programs_;  // of its commands
  std::vector<Place> places_;               // by their begins
};

}  // namespace runbookc

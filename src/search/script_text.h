// The small part of JavaScript that the index's files consist of: written, and read back without
// trust.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// A string literal in ASCII that is JSON, too, and holds no `<`; bytes that are not UTF-8 become
// U+FFFD.
void append_script_string(std::string& out, std::string_view text);
void append_script_list(std::string& out, const std::vector<std::string>& texts);

// Reads such text from its start. After the first thing that is not as expected all reads fail.
// Takes memory in proportion to what it read.
class ScriptReader {
 public:
  explicit ScriptReader(std::string_view text) : rest_(text) {}

  bool failed() const { return failed_; }
  bool at_end();  // nothing follows but white space
  // Whether the next thing is this mark, which is taken then.
  bool take(char mark);
  void expect(char mark);
  void expect_word(std::string_view word);
  std::string string();                // "" once failed
  std::uint32_t number();              // 0 once failed
  bool boolean();                      // false once failed
  std::vector<std::string> strings();  // a list

 private:
  void fail() { failed_ = true; }
  void skip_space();
  std::optional<std::uint32_t> hex4();
  void append_escape(std::string& out);

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace runbookc

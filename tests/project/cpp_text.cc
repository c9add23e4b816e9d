#include "cpp_text.h"

#include <algorithm>

#include "base/ascii.h"

namespace runbookc {
namespace {

class CodeReader {
 public:
  explicit CodeReader(std::string_view source) : rest_(source) {}

  std::string read() && {
    while (!rest_.empty()) step();
    return std::move(code_);
  }

 private:
  void step() {
    if (starts_line() && rest_.substr(rest_.find_first_not_of(" \t")).starts_with('#')) {
      skip(rest_.find('\n'));
    } else if (rest_.starts_with("//")) {
      skip(rest_.find('\n'));
    } else if (rest_.starts_with("/*")) {
      skip(behind(rest_.find("*/"), 2));
    } else if (rest_.starts_with("R\"") && !follows_word()) {
      const std::string end = ")" + std::string(rest_.substr(2, rest_.find('(') - 2)) + "\"";
      skip(behind(rest_.find(end), end.size()));
    } else if (rest_.front() == '"' || (rest_.front() == '\'' && !follows_word())) {
      skip(literal_size());
    } else {
      code_ += rest_.front();
      rest_.remove_prefix(1);
    }
  }

  bool starts_line() const {
    return (code_.empty() || code_.back() == '\n') &&
           rest_.find_first_not_of(" \t") != std::string_view::npos;
  }
  // So does the sign within 1'000.
  bool follows_word() const { return !code_.empty() && is_word(code_.back()); }

  static std::size_t behind(std::size_t at, std::size_t size) {
    return at == std::string_view::npos ? at : at + size;
  }

  std::size_t literal_size() const {
    for (std::size_t at = 1; at < rest_.size(); ++at) {
      if (rest_[at] == '\\')
        ++at;
      else if (rest_[at] == rest_.front())
        return at + 1;
    }
    return rest_.size();
  }

  void skip(std::size_t size) {
    const std::string_view skipped = rest_.substr(0, size);
    code_.append(static_cast<std::size_t>(std::ranges::count(skipped, '\n')), '\n');
    rest_.remove_prefix(skipped.size());
  }

  std::string_view rest_;
  std::string code_;
};

}  // namespace

std::string code_alone(std::string_view source) { return CodeReader(source).read(); }

}  // namespace runbookc

// A set of bytes, and searching a text for them.
//
// std::string_view::find_first_of and its relatives call memchr on the set for every byte of the
// text; where every byte of the content passes, that is a tenth of a check.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace runbookc {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) has_[static_cast<unsigned char>(byte)] = true;
  }

  // Of all bytes of which `is_in` is true.
  constexpr explicit ByteSet(bool (*is_in)(char)) {
    for (std::size_t byte = 0; byte < has_.size(); ++byte) {
      has_[byte] = is_in(static_cast<char>(byte));
    }
  }

  constexpr bool contains(char byte) const { return has_[static_cast<unsigned char>(byte)]; }

  // The place of the first byte at or after `from` that is in the set; the text's size if none is.
  constexpr std::size_t find_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && !contains(text[from])) ++from;
    return from < text.size() ? from : text.size();
  }

  // The same for the first byte that is not in the set.
  constexpr std::size_t skip_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && contains(text[from])) ++from;
    return from < text.size() ? from : text.size();
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace runbookc

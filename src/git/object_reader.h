// Reading what `git cat-file --batch` prints, while it comes: object after object, of which one is
// kept at a time.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace runbookc {

class ObjectReader {
 public:
  using Take = std::function<void(std::string_view hash, std::string_view text)>;

  // `take` gets each object that is there, once it is complete.
  explicit ObjectReader(Take take) : take_(std::move(take)) {}

  void read(std::string_view bytes);
  // Whether git said of an object that it has none.
  bool misses_any() const { return misses_any_; }

 private:
  bool read_one();

  Take take_;
  std::string kept_;       // what came and was not read
  std::size_t begin_ = 0;  // of the first object in it
  bool misses_any_ = false;
};

}  // namespace runbookc

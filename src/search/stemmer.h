// The stems of English words. The only user of libstemmer.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace runbookc {

// Snowball's "porter" algorithm, which the site's script has too. One object is for one thread.
class Stemmer {
 public:
  Stemmer();

  // The stem of a word of a–z: `restarting` and `restarts` are `restart`.
  std::string stem(std::string_view word) const;

 private:
  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
};

}  // namespace runbookc

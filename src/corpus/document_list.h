// The documents of a corpus. One that an earlier run parsed is read only when somebody asks for
// more than its outline; to those who ask it is the same as one that was parsed now.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace runbookc {

// Thread-safe for reading.
class DocumentList {
 public:
  // A document that was put off, and whether it came from the store: what is damaged there is
  // parsed instead.
  struct Loaded {
    std::shared_ptr<const Document> document;
    bool stored = true;
  };
  using Loader = std::function<Loaded()>;

  class Iterator {
   public:
    using value_type = Document;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    Iterator(const DocumentList* list, std::size_t at) : list_(list), at_(at) {}
    const Document& operator*() const { return (*list_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++at_;
      return before;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const DocumentList* list_ = nullptr;
    std::size_t at_ = 0;
  };

  std::size_t size() const { return slots_.size(); }
  bool empty() const { return slots_.empty(); }
  const Document& operator[](std::size_t i) const { return *whole(i); }
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

  // Holds what outline_of() (model/outline.h) keeps, at least; cheap.
  const Document& outline(std::size_t i) const {
    return slots_[i]->outline ? *slots_[i]->outline : *slots_[i]->whole;
  }
  const std::shared_ptr<const Document>& whole(std::size_t i) const;
  // Whether the document is, as far as anybody has looked, in the store as it should be.
  bool is_stored(std::size_t i) const { return slots_[i]->stored; }
  // The first whose path is not before `path`; size() if there is none. They are sorted by path.
  Index lower_bound(std::string_view path) const;

  // For those who make the list. Each place is filled once, before anybody reads it; different
  // places on any threads.
  void resize(std::size_t size);
  void put(std::size_t i, std::shared_ptr<const Document> document) {
    slots_[i]->whole = std::move(document);
  }
  void put_off(std::size_t i, Document outline, Loader loader);
  void push_back(Document document);

  friend bool operator==(const DocumentList& a, const DocumentList& b);

 private:
  struct Slot {
    std::shared_ptr<const Document> outline;  // null: `whole` is there from the beginning
    std::shared_ptr<const Document> whole;
    Loader loader;
    std::once_flag loaded;
    std::atomic<bool> stored = false;
  };
  std::vector<std::unique_ptr<Slot>> slots_;
};

}  // namespace runbookc

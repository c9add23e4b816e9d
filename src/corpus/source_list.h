// The sources of a corpus. One that an earlier run knew, and that did not change since, is read
// when somebody asks for it: most are never asked for.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/files.h"
#include "corpus/known_sources.h"
#include "source/source_file.h"

namespace runbookc {

// Thread-safe for reading. Copies are the same list.
class SourceList {
 public:
  SourceList() = default;
  // `files` outlives the list if anything is put off; no source is larger than `limit`.
  SourceList(const Files& files, std::uint64_t limit) {
    state_->files = &files;
    state_->limit = limit;
  }

  std::size_t size() const { return state_->slots.size(); }
  bool empty() const { return state_->slots.empty(); }
  const std::string& path(std::size_t i) const { return state_->slots[i].path; }
  const SourceFile& operator[](std::size_t i) const;

  // What the file was when it was read or put off, if that is worth anything to the next run.
  const std::optional<FileStamp>& stamp(std::size_t i) const { return state_->slots[i].stamp; }
  // SHA-256 of the bytes, in hex, if it was known before; else "".
  const std::string& known_hash(std::size_t i) const { return state_->slots[i].hash; }

  // Whether a source that was put off turned out to be another than the one that was known. What is
  // read of it then fits nothing that was concluded before: whoever put it off has to start anew,
  // without. Ask when all was read that is needed.
  bool has_changed() const { return state_->changed; }

  // For those who make the list.
  void add(SourceFile source, std::optional<FileStamp> stamp = {});
  void put_off(std::string path, const KnownSource& known);

 private:
  struct Slot {
    std::string path;
    std::optional<FileStamp> stamp;
    std::string hash;  // of one that was put off
    std::optional<SourceFile> source;
    std::once_flag read;
  };
  struct State {
    const Files* files = nullptr;
    std::uint64_t limit = 0;
    std::deque<Slot> slots;  // which stay in their places
    std::atomic<bool> changed = false;
  };
  SourceFile read(const Slot& slot) const;

  std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace runbookc

#include "cli/new_file.h"

#include <fmt/format.h>

#include <utility>

#include "cli/file_writer.h"

namespace runbookc {

NewFile::NewFile(OutputDisk& disk, std::string path, OldFile old)
    : disk_(disk), path_(std::move(path)), old_(std::move(old)) {
  if (!old_.exists()) begin();
}

NewFile::~NewFile() {
  if (descriptor_ >= 0) disk_.close(descriptor_);
}

void NewFile::add(std::string_view piece) {
  if (old_.goes_on_with(piece)) return;
  if (old_.exists()) begin();
  if (failure_ == 0) failure_ = disk_.write(descriptor_, piece);
}

Status NewFile::finish() {
  if (old_.ends() && old_.link_to(path_) == 0) return Done{};
  if (old_.exists()) begin();
  if (failure_ == 0) failure_ = disk_.close(std::exchange(descriptor_, -1));
  if (failure_ == 0) return Done{};
  return Error{fmt::format("cannot write {}: {}", path_, system_message(failure_)), ""};
}

// What was like the old file until now is not in memory any more.
void NewFile::begin() {
  OldFile old = std::exchange(old_, {});
  const OpenOutcome file = disk_.create_file(path_);
  descriptor_ = file.descriptor;
  failure_ = file.failure;
  if (failure_ == 0) failure_ = old.copy_alike(descriptor_);
}

Status write_new_file(OutputDisk& disk, const std::string& path, std::string_view bytes,
                      OldFile old) {
  if (old.size() != bytes.size()) old = {};
  NewFile file(disk, path, std::move(old));
  file.add(bytes);
  return file.finish();
}

}  // namespace runbookc

#include "cli/new_file.h"

#include <fmt/format.h>

#include <utility>

#include "cli/file_writer.h"

namespace runbookc {

NewFile::NewFile(OutputDisk& disk, std::string path) : disk_(disk), path_(std::move(path)) {
  const OpenOutcome file = disk_.create_file(path_);
  descriptor_ = file.descriptor;
  failure_ = file.failure;
}

NewFile::~NewFile() {
  if (descriptor_ >= 0) disk_.close(descriptor_);
}

void NewFile::add(std::string_view piece) {
  if (failure_ == 0) failure_ = disk_.write(descriptor_, piece);
}

Status NewFile::finish() {
  if (failure_ == 0) failure_ = disk_.close(std::exchange(descriptor_, -1));
  if (failure_ == 0) return Done{};
  return Error{fmt::format("cannot write {}: {}", path_, system_message(failure_)), ""};
}

Status write_new_file(OutputDisk& disk, const std::string& path, std::string_view bytes) {
  NewFile file(disk, path);
  file.add(bytes);
  return file.finish();
}

}  // namespace runbookc

#include "cli/old_file.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <span>
#include <utility>

namespace runbookc {
namespace {

constexpr std::size_t kBlock = 64UL * 1024;

}  // namespace

OldFile::OldFile(OutputDisk& disk, int descriptor, std::uint64_t size)
    : disk_(&disk), descriptor_(descriptor), size_(size) {}

OldFile::OldFile(OldFile&& other) noexcept { *this = std::move(other); }

OldFile& OldFile::operator=(OldFile&& other) noexcept {
  std::swap(disk_, other.disk_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  std::swap(alike_, other.alike_);
  return *this;
}

OldFile::~OldFile() {
  if (exists()) disk_->close(descriptor_);
}

bool OldFile::goes_on_with(std::string_view piece) {
  if (!exists() || piece.size() > size_ - alike_) return false;
  std::string block(std::min(piece.size(), kBlock), '\0');
  std::uint64_t at = alike_;
  for (std::string_view rest = piece; !rest.empty();) {
    const std::size_t size = std::min(rest.size(), block.size());
    if (disk_->read(descriptor_, at, std::span(block).first(size)) != 0) return false;
    if (rest.substr(0, size) != std::string_view(block).substr(0, size)) return false;
    at += size;
    rest.remove_prefix(size);
  }
  alike_ = at;
  return true;
}

int OldFile::link_to(const std::string& path) { return disk_->link(descriptor_, path); }

int OldFile::copy_alike(int descriptor) {
  std::string block(std::min<std::uint64_t>(alike_, kBlock), '\0');
  for (std::uint64_t at = 0; at < alike_;) {
    const std::size_t size = std::min<std::uint64_t>(alike_ - at, block.size());
    int failure = disk_->read(descriptor_, at, std::span(block).first(size));
    if (failure == 0) failure = disk_->write(descriptor, std::string_view(block).substr(0, size));
    if (failure != 0) return failure;
    at += size;
  }
  return 0;
}

}  // namespace runbookc

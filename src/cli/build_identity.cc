#include "cli/build_identity.h"

#include <elf.h>
#include <link.h>

#include <cstddef>
#include <cstring>
#include <string_view>

#include "base/version.h"

namespace runbookc {
namespace {

std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

// The linker's digest of the program (NT_GNU_BUILD_ID) among its notes; "" if it is not there.
std::string find_build_id(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) header{};
    std::memcpy(&header, notes.data(), sizeof header);
    notes.remove_prefix(sizeof header);
    const std::size_t name = padded(header.n_namesz);
    const std::size_t size = name + padded(header.n_descsz);
    if (size > notes.size()) break;
    const bool is_gnu = notes.substr(0, header.n_namesz) == std::string_view("GNU\0", 4);
    if (is_gnu && header.n_type == NT_GNU_BUILD_ID) {
      return std::string(notes.substr(name, header.n_descsz));
    }
    notes.remove_prefix(size);
  }
  return "";
}

// The first object that the loader tells of is the program itself.
int read_program(dl_phdr_info* object, std::size_t /*size*/, void* result) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const auto& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    // NOLINTNEXTLINE(*-reinterpret-cast,performance-no-int-to-ptr): so the loader tells it
    const auto* bytes = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
    *static_cast<std::string*>(result) += find_build_id({bytes, segment.p_memsz});
  }
  return 1;
}

}  // namespace

std::string build_identity() {
  std::string id;
  dl_iterate_phdr(read_program, &id);
  return id.empty() ? "" : std::string(tool_version()) + ' ' + id;
}

}  // namespace runbookc

#include "model/spare_room.h"

#include <string>
#include <type_traits>
#include <vector>

#include "model/fields.h"

namespace runbookc {
namespace {

constexpr std::size_t kWorthwhile = 16;  // bytes: what the allocator rounds up to

class RoomReturner {
 public:
  template <typename... T>
  void operator()(T&... values) {
    (visit(values), ...);
  }

 private:
  template <typename T>
    requires std::is_scalar_v<T>
  static void visit(const T& /*value*/) {}
  static void visit(std::string& text) {
    if (text.capacity() >= text.size() + kWorthwhile) text.shrink_to_fit();
  }
  template <typename T>
  void visit(std::vector<T>& list) {
    list.shrink_to_fit();
    if constexpr (!std::is_scalar_v<T>) {
      for (T& item : list) visit(item);
    }
  }
  template <typename T>
    requires std::is_class_v<T>
  void visit(T& object) {
    fields::visit(*this, object);
  }
};

}  // namespace

void give_back_spare_room(Document& document) {
  RoomReturner returner;
  returner(document);
}

}  // namespace runbookc

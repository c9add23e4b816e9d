#include "check/joined_names.h"

#include "base/text.h"
#include "schema/yaml_sample.h"

namespace runbookc {

std::string as_yaml_list(std::string_view key, std::string_view text,
                         const std::function<bool(std::string_view)>& is_known) {
  const std::string joined = replace_all(replace_all(text, " and ", ","), " & ", ",");
  if (joined.find_first_of(",;/") == std::string::npos) return "";
  std::string list;
  std::size_t begin = 0;
  for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
    end = joined.find_first_of(",;/", begin);
    const std::string_view name = trim(std::string_view(joined).substr(begin, end - begin));
    if (!is_known(name)) return "";
    list += (list.empty() ? "" : ", ") + yaml_scalar(name);
  }
  return std::string(key) + ": [" + list + "]";
}

}  // namespace runbookc

// Where headers are precompiled (src/CMakeLists.txt) no compiler says that an #include of one of
// them is missing, or of what they bring along. So the headers of all names in src are looked for
// here, in the text. Not seen: macros, what is generated, and which branch of an #if is taken.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "base/ascii.h"
#include "base/text.h"
#include "cpp_text.h"
#include "source_tree.h"

using namespace runbookc;

namespace {

// Where each name of std is from; whatever src uses is here, with or without `ranges::`. What is
// from "any header" comes with any container of the standard library.
struct Header {
  std::string_view name;
  std::string_view has;
};
constexpr std::string_view kAnyHeader = "any header";
constexpr Header kHeaders[] = {
    {kAnyHeader,
     "back_inserter end erase erase_if get hash initializer_list int64_t less make_move_iterator "
     "move next pair prev ptrdiff_t size size_t swap uint16_t uint32_t uint64_t uint8_t uintptr_t"},
    {"algorithm",
     "adjacent_find all_of any_of binary_search clamp copy copy_if count count_if equal "
     "equal_range fill find find_if find_if_not for_each includes inplace_merge is_permutation "
     "is_sorted lexicographical_compare lower_bound max max_element merge min min_element minmax "
     "mismatch none_of nth_element remove_copy_if remove_if replace replace_if reverse "
     "set_difference sort stable_sort transform unique upper_bound"},
    {"array", "array to_array"},
    {"atomic", "atomic memory_order_relaxed"},
    {"bit", "bit_cast popcount"},
    {"bitset", "bitset"},
    {"charconv", "chars_format from_chars to_chars"},
    {"chrono", "chrono"},
    {"cmath", "fabs floor isfinite llround log log2 round"},
    {"compare", "strong_ordering"},
    {"concepts", "same_as unsigned_integral"},
    {"condition_variable", "condition_variable"},
    {"csignal", "signal"},
    {"cstddef", "byte max_align_t"},
    {"cstdlib", "abort abs calloc free getenv malloc realloc strtod"},
    {"cstring", "memcpy memset strerror"},
    {"ctime", "time time_t"},
    {"deque", "deque"},
    {"exception",
     "current_exception exception exception_ptr rethrow_exception uncaught_exceptions"},
    {"filesystem", "filesystem"},
    {"functional", "equal_to function greater greater_equal less_equal"},
    {"limits", "numeric_limits"},
    {"map", "map multimap"},
    {"memory", "make_shared make_unique make_unique_for_overwrite shared_ptr unique_ptr"},
    {"mutex", "call_once mutex once_flag scoped_lock unique_lock"},
    {"new", "bad_alloc"},
    {"numeric", "accumulate iota partial_sum"},
    {"optional", "nullopt optional"},
    {"random", "random_device"},
    {"ranges", "subrange views"},
    {"set", "set"},
    {"span", "span"},
    {"string", "stoi string to_string u32string"},
    {"string_view", "string_view u32string_view"},
    {"system_error", "errc error_code system_category system_error"},
    {"thread", "jthread this_thread thread"},
    {"tuple", "make_tuple tie tuple"},
    {"type_traits", "is_class_v is_enum_v is_scalar_v remove_const_t"},
    {"unordered_map", "unordered_map unordered_multimap"},
    {"unordered_set", "unordered_set"},
    {"utility", "exchange in_place_index"},
    {"variant", "get_if variant"},
    {"vector", "vector"},
};

using Names = std::map<std::string, std::string, std::less<>>;

const Names& headers_of_names() {
  static const Names names = [] {
    Names built;
    for (const Header& header : kHeaders) {
      for (const std::string_view name : split(header.has, ' ')) built.emplace(name, header.name);
    }
    return built;
  }();
  return names;
}

bool is_code(const TextFile& file) {
  return file.path.ends_with(".cc") || file.path.ends_with(".h");
}

// The names that follow `qualifier` ("std::") in code.
std::set<std::string> names_behind(std::string_view qualifier, std::string_view code) {
  std::set<std::string> names;
  for (auto at = code.find(qualifier); at != std::string_view::npos;
       at = code.find(qualifier, at + 1)) {
    if (at > 0 && is_word(code[at - 1])) continue;
    const std::string_view rest = code.substr(at + qualifier.size());
    names.emplace(rest.begin(), std::ranges::find_if_not(rest, is_word));
  }
  return names;
}

// What a file needs of other people's headers: by header, the name that asks for it.
Names wanted(const TextFile& file) {
  const std::string code = code_alone(file.text);
  Names headers;
  std::set<std::string> names = names_behind("std::", code);
  names.merge(names_behind("std::ranges::", code));
  names.erase("ranges");
  for (const std::string& name : names) {
    const auto found = headers_of_names().find(name);
    headers.emplace(found == headers_of_names().end() ? "?" : found->second, "std::" + name);
  }
  headers.erase(std::string(kAnyHeader));
  for (const std::string& name : names_behind("fmt::", code)) {
    headers.emplace("fmt/format.h", "fmt::" + name);
  }
  return headers;
}

struct Headers {
  std::set<std::string> ours;
  std::set<std::string> others;
};

using Tree = std::map<std::string, Headers>;  // by path below src

Tree tree_of(const std::vector<TextFile>& files) {
  Tree tree;
  for (const TextFile& file : files) {
    Headers& headers = tree[file.path.substr(4)];
    for (const Include& include : includes_of(file)) {
      (include.quoted ? headers.ours : headers.others).insert(include.header);
    }
  }
  return tree;
}

// Other people's headers that `path` includes, itself or through ours.
std::set<std::string> reached(const Tree& tree, const std::string& path) {
  std::set<std::string> others;
  std::set<std::string> seen = {path};
  std::vector<std::string> left = {path};
  while (!left.empty()) {
    const auto file = tree.find(left.back());
    left.pop_back();
    if (file == tree.end()) continue;
    others.insert(file->second.others.begin(), file->second.others.end());
    for (const std::string& header : file->second.ours) {
      if (seen.insert(header).second) left.push_back(header);
    }
  }
  return others;
}

// "src/a.cc uses std::sort without <algorithm>", a line for each.
std::vector<std::string> missing(const std::vector<TextFile>& files) {
  const Tree tree = tree_of(files);
  std::vector<std::string> lines;
  for (const TextFile& file : files) {
    const std::set<std::string> others = reached(tree, file.path.substr(4));
    for (const auto& [header, name] : wanted(file)) {
      if (header == "?") {
        lines.push_back(file.path + " uses " + name + ": add it to kHeaders of this test");
      } else if (!others.contains(header)) {
        lines.push_back(file.path + " uses " + name + " without <" + header + ">");
      }
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("each file includes what it uses") {
  std::vector<TextFile> files = project_files("src");
  std::erase_if(files, [](const TextFile& file) { return !is_code(file); });
  CHECK(files.size() > 100);
  for (const std::string& line : missing(files)) FAIL_CHECK(line);
}

TEST_CASE("the test of includes sees one that is missing") {
  const std::vector<TextFile> files = {
      {"src/a.h", "#include <string>\n// std::vector\nstd::string a(std::span<int> x);\n"},
      {"src/a.cc",
       "#include \"a.h\"\n"
       "#include <ranges>\n"
       "auto a = std::ranges::max(std::views::all(\"std::map // \\\" std::set\"));\n"
       "auto c = fmt::format(1'000, std::string::npos); /* std::map */ my_std::set<int> d;\n"
       "namespace fs = std::filesystem;\n"
       "auto f = ::std::optional<int>::type(std::move(std::ranges::size(d)));\n"
       "auto g = R\"x(std::set)\")x\" + 'std::set' + std::novelty();\n"},
  };
  CHECK(missing(files) == std::vector<std::string>{
                              "src/a.h uses std::span without <span>",
                              "src/a.cc uses std::novelty: add it to kHeaders of this test",
                              "src/a.cc uses std::max without <algorithm>",
                              "src/a.cc uses std::filesystem without <filesystem>",
                              "src/a.cc uses fmt::format without <fmt/format.h>",
                              "src/a.cc uses std::optional without <optional>",
                          });
}

#include <algorithm>

#include "schema/compiler.h"

namespace runbookc {
namespace {

// Evaluation recurses over nodes for one value, and over values: both depths are bounded.
constexpr unsigned kMaxInPlaceDepth = 100;

struct Visit {
  NodeIndex node;
  std::vector<NodeIndex> children;
  std::size_t next = 0;
};

Visit visit_of(const std::vector<Node>& nodes, NodeIndex index) {
  Visit visit{.node = index, .children = {}};
  for_each_in_place(nodes[index], [&](NodeIndex child) { visit.children.push_back(child); });
  return visit;
}

}  // namespace

// Depth-first, with a stack of its own. depth[i] is the longest chain that begins at node i.
std::optional<NodeIndex> find_endless_node(const std::vector<Node>& nodes) {
  constexpr unsigned kOpen = ~0U;
  std::vector<unsigned> depth(nodes.size(), 0);
  for (NodeIndex root = 0; root < nodes.size(); ++root) {
    if (depth[root] != 0) continue;
    std::vector<Visit> open{visit_of(nodes, root)};
    depth[root] = kOpen;
    while (!open.empty()) {
      Visit& top = open.back();
      if (top.next < top.children.size()) {
        const NodeIndex child = top.children[top.next++];
        if (depth[child] == kOpen) return child;
        if (depth[child] != 0) continue;
        depth[child] = kOpen;
        open.push_back(visit_of(nodes, child));
        continue;
      }
      unsigned longest = 0;
      for (const NodeIndex child : top.children) longest = std::max(longest, depth[child]);
      if (longest + 1 > kMaxInPlaceDepth) return top.node;
      depth[top.node] = longest + 1;
      open.pop_back();
    }
  }
  return std::nullopt;
}

}  // namespace runbookc

#include <catch2/catch.hpp>

#include "cli/console.h"

namespace runbookc {

TEST_CASE("colour follows the option, then the environment, then the terminal") {
  const ColorEnvironment nothing;
  const ColorEnvironment no{.no_color = true};
  const ColorEnvironment force{.clicolor_force = true};
  const ColorEnvironment both{.no_color = true, .clicolor_force = true};
  const ColorEnvironment dumb{.dumb_terminal = true};
  CHECK(use_color(ColorChoice::automatic, nothing, true));
  CHECK_FALSE(use_color(ColorChoice::automatic, nothing, false));
  CHECK_FALSE(use_color(ColorChoice::automatic, no, true));
  CHECK(use_color(ColorChoice::automatic, force, false));
  CHECK_FALSE(use_color(ColorChoice::automatic, both, true));
  CHECK_FALSE(use_color(ColorChoice::automatic, dumb, true));
  CHECK(use_color(ColorChoice::always, both, false));
  CHECK_FALSE(use_color(ColorChoice::never, force, true));
}

}  // namespace runbookc

#include "cli/cli.h"

int main(int argc, char** argv) { return runbookc::run_cli(argc, argv); }

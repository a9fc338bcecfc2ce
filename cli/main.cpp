// The program `samgak`.
#include "cli/application.hpp"

int main(int argc, char** argv) {
  return samgak::run_application(argc, argv);
}

#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <cstdio>
#include <span>

namespace poolscope::tests {

// A test that shares its program with others: see poolscope_test in tests/CMakeLists.txt.
struct JoinedTest
{
    const char *name;
    int (*main)(int argc, char **argv);
};

// PROGRAM NAME ARGUMENTS...: runs the test of that name as if it were a program of that name. Without a name, or with one
// that is not among the tests, says which there are and gives 2.
inline int runJoined(std::span<const JoinedTest> tests, int argc, char **argv)
{
    const QByteArrayView wanted(argc > 1 ? argv[1] : "");
    const auto found = std::ranges::find_if(tests, [wanted](const JoinedTest &one) { return wanted == one.name; });
    if (found != tests.end())
        return found->main(argc - 1, argv + 1);
    std::fputs("The first argument is one of:\n", stderr);
    for (const JoinedTest &one : tests)
        std::fprintf(stderr, "  %s\n", one.name);
    return 2;
}

} // namespace poolscope::tests

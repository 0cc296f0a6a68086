#include "fuzzing.h"

#include "json/indenter.h"
#include "json/reader.h"
#include "json/writer.h"

using namespace poolscope;
using namespace poolscope::fuzz;

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    return 0;
}

// What is read can be written, and comes back as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto read = json::read(bytes);
    if (!read) {
        require(!read.error().message.isEmpty() && read.error().offset <= bytes.size(), "an error says what and where");
        return 0;
    }
    const QByteArray written = json::write(read->root);
    const auto again = json::read(written);
    require(again.has_value(), "what is written can be read");
    require(json::write(again->root) == written, "it stays the same");
    require(again->duplicateCount == read->duplicateCount, "duplicates are kept");
    require(read->duplicates.size() <= read->duplicateCount, "duplicates are counted");
    const auto laidOut = json::read(json::indented(bytes));
    require(laidOut && json::write(laidOut->root) == written, "laid out in lines, it says the same");
    return 0;
}

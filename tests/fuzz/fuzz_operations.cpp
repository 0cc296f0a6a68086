#include "fuzzing.h"
#include "sandboxtarget.h"

using namespace poolscope;
using namespace poolscope::fuzz;
using poolscope::sandbox::test::SandboxBench;

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    makeApplication(argc, *argv);
    return 0;
}

// The first line names the operation, with "-" before it where the request is not signed; the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    SandboxTarget &target = SandboxTarget::current();
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = input.indexOf('\n');
    if (end < 0)
        return 0;
    const bool isSigned = !input.startsWith('-');
    const QString operation = QString::fromLatin1(input.first(end).mid(isSigned ? 0 : 1));
    checkAnswer(target.world().bench.answerTo(operation, target.filled(input.sliced(end + 1)),
                                              isSigned ? SandboxBench::Signed::Yes : SandboxBench::Signed::No));
    return 0;
}

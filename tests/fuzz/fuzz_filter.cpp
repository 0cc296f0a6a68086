#include "fuzzing.h"
#include "sandboxtarget.h"

#include "sandbox/rules/userfilter.h"
#include "json/reader.h"
#include "json/writer.h"

using namespace poolscope;
using namespace poolscope::fuzz;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

namespace {

QString written(const UserFilter &filter)
{
    QString value = filter.value;
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return filter.attribute + (filter.op == UserFilter::Operator::Equals ? u" = \""_s : u" ^= \""_s) + value + u'"';
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    makeApplication(argc, *argv);
    return 0;
}

// A filter of ListUsers, by itself and against a store.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto filter = parseUserFilter(text);
    if (filter && *filter) {
        const auto again = parseUserFilter(written(**filter));
        require(again && *again, "a filter that is written again is one");
        require((**again).attribute == (**filter).attribute && (**again).op == (**filter).op &&
                    (**again).value == (**filter).value,
                "it says the same");
    }
    SandboxTarget &target = SandboxTarget::current();
    json::Value request = json::Value::object();
    request.set(u"UserPoolId"_s, target.world().namesPool);
    request.set(u"Filter"_s, text);
    const auto response =
        target.world().bench.answerTo(u"ListUsers"_s, json::write(request), sandbox::test::SandboxBench::Signed::Yes);
    checkAnswer(response);
    if (text.size() <= 256) // the model allows no more
        require((response.status == 200) == filter.has_value(), "what is a filter is obeyed, and nothing else is");
    return 0;
}

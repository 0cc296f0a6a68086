#include "json/reader.h"

#include <QCoreApplication>

namespace poolscope::json {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JsonReader)
};

QString sentence(ReadError::Code code)
{
    switch (code) {
    case ReadError::Code::TooLarge:
        return Text::tr("It is larger than Poolscope reads.");
    case ReadError::Code::TooDeep:
        return Text::tr("Its arrays and objects are nested too deeply.");
    case ReadError::Code::InvalidUtf8:
        return Text::tr("It is not valid UTF-8.");
    case ReadError::Code::Empty:
        return Text::tr("It is empty.");
    case ReadError::Code::Syntax:
        break;
    }
    return Text::tr("It breaks the rules of JSON.");
}

} // namespace

QString describe(const ReadError &error)
{
    const QString text = sentence(error.code);
    return error.offset < 0 ? text : Text::tr("%1 (byte %2)").arg(text, QString::number(error.offset));
}

} // namespace poolscope::json

#include "activity/commands.h"
#include "activity/recordedrequest.h"
#include "transport/endpoints.h"

#include <algorithm>

namespace poolscope::activity {

namespace {

const QString cliLineBreak = QStringLiteral(" \\\n  ");

// The CLI takes such a value for the name of a file to read.
bool namesFile(const json::Value &value)
{
    const QString text = value.toString();
    return text.startsWith(u"file://") || text.startsWith(u"fileb://");
}

// A terminal would take such a character for a key: inside of JSON it is escaped.
bool holdsControls(const json::Value &value)
{
    const QString text = value.toString();
    return std::any_of(text.cbegin(), text.cend(), isControl);
}

// Only known members are options.
bool isOption(const model::StructDescriptor &input, const json::Member &member)
{
    return input.find(member.name) && !member.value.isNull() && !namesFile(member.value) &&
           !holdsControls(member.value);
}

// Texts with "=": they may begin with a hyphen, those of variables too.
QString cliOption(ShellVariables &variables, const QString &name, const json::Value &value)
{
    const QString option = QStringLiteral("--") + kebabCase(name);
    if (value.isBool())
        return value.toBool() ? option : QStringLiteral("--no-") + kebabCase(name);
    if (value.isNumber())
        return option + u' ' + QString::fromLatin1(value.numberText());
    if (!value.isString())
        return option + u' ' + variables.quotedJson(value);
    return option + u'=' + variables.quoted(value.toString());
}

bool takesPages(const model::StructDescriptor &input)
{
    return input.find(u"NextToken") || input.find(u"PaginationToken");
}

QStringList cliDestination(const transport::ActivityEntry &entry, const RecordedRequest &request)
{
    QStringList options;
    if (!entry.region.isEmpty())
        options += QStringLiteral("--region ") + shellQuoted(entry.region);
    const QUrl usual = transport::endpointFor(entry.service, entry.region);
    if (request.url.host() != usual.host() || request.url.port(443) != 443)
        options += QStringLiteral("--endpoint-url ") +
                   shellQuoted(request.url.toString(QUrl::FullyEncoded | QUrl::RemovePath));
    if (!request.isSigned)
        options += QStringLiteral("--no-sign-request");
    if (request.operation && takesPages(*request.operation->input))
        options += QStringLiteral("--no-paginate"); // one page, as was asked for
    return options;
}

} // namespace

bool hasAwsCliCommand(const transport::ActivityEntry &entry)
{
    const RecordedRequest request = recordedRequest(entry);
    return request.isWhole && (request.operation || request.isForm());
}

std::optional<ShellCommand> awsCliCommand(const transport::ActivityEntry &entry)
{
    const RecordedRequest request = recordedRequest(entry);
    if (!hasAwsCliCommand(entry))
        return std::nullopt;
    ShellVariables variables;
    // A form's text is fixed: the command itself says as much.
    const json::Value body = request.operation ? variables.marked(request.body) : json::Value();
    QStringList parts{QStringLiteral("aws %1 %2").arg(entry.service, kebabCase(entry.operation))};
    parts += cliDestination(entry, request);
    json::Value rest;
    for (const json::Member &member : body.members()) {
        if (isOption(*request.operation->input, member))
            parts += cliOption(variables, member.name, member.value);
        else
            rest.set(member.name, member.value);
    }
    if (!rest.isNull())
        parts += QStringLiteral("--cli-input-json ") + variables.quotedJson(rest);
    return ShellCommand{parts.join(cliLineBreak), variables.names(), variables.jsonNames()};
}

} // namespace poolscope::activity

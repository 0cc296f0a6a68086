#include "sandbox/rules/userfilter.h"

#include "sandbox/rules/refusals.h"

#include <algorithm>
#include <iterator>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView searchable[] = {
    "username"_L1,   "email"_L1,       "phone_number"_L1,       "name"_L1,
    "given_name"_L1, "family_name"_L1, "preferred_username"_L1, "cognito:user_status"_L1,
    "status"_L1,     "sub"_L1,
};

// Reads the quoted value; what follows the closing mark must be blank. Nothing where the form is wrong.
std::optional<QString> quotedValue(QStringView text)
{
    if (text.size() < 2 || text.front() != u'"')
        return {};
    QString value;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == u'"')
            return text.sliced(i + 1).trimmed().isEmpty() ? std::optional(value) : std::nullopt;
        if (text[i] == u'\\' && i + 1 < text.size() && (text[i + 1] == u'"' || text[i + 1] == u'\\'))
            ++i;
        value += text[i];
    }
    return {};
}

} // namespace

Outcome<std::optional<UserFilter>> parseUserFilter(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return std::optional<UserFilter>();
    const auto isNameEnd = [](QChar c) { return c.isSpace() || c == u'=' || c == u'^' || c == u'"'; };
    const auto end = std::find_if(text.begin(), text.end(), isNameEnd);
    UserFilter filter;
    filter.attribute = text.first(end - text.begin()).toString();
    QStringView rest = text.sliced(filter.attribute.size()).trimmed();
    if (rest.startsWith(u"^="))
        filter.op = UserFilter::Operator::StartsWith;
    else if (!rest.startsWith(u"="))
        return refuse(refusals::filterSyntax);
    rest = rest.sliced(filter.op == UserFilter::Operator::StartsWith ? 2 : 1).trimmed();
    const auto value = quotedValue(rest);
    if (!value || filter.attribute.isEmpty())
        return refuse(refusals::filterSyntax);
    const bool known = std::any_of(std::begin(searchable), std::end(searchable),
                                   [&](QLatin1StringView name) { return filter.attribute == name; });
    if (!known)
        return refuse(refusals::filterAttribute, filter.attribute);
    filter.value = *value;
    return std::optional(filter);
}

} // namespace poolscope::sandbox

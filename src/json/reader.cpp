#include "json/reader.h"

#include "json/numbers.h"

#include <QSet>

#include <simdjson.h>

namespace poolscope::json {

namespace ondemand = simdjson::ondemand;

namespace {

using Outcome = tl::expected<Value, ReadError>;

// Where the walk stands, for JSON pointers. Lives on the stack of the recursion.
struct Place
{
    const Place *parent = nullptr;
    const QString *name = nullptr; // in an object
    qsizetype index = 0;           // in an array
};

QString pointerTo(const Place *place)
{
    QString pointer;
    for (; place && place->parent; place = place->parent) {
        QString step = place->name ? *place->name : QString::number(place->index);
        step.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
        pointer.prepend(u'/' + step);
    }
    return pointer;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const size_t first = text.find_first_not_of(blanks);
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

tl::unexpected<ReadError> refuse(ReadError::Code code, const char *message, qsizetype offset = -1)
{
    return tl::unexpected<ReadError>(ReadError{code, QString::fromUtf8(message), offset});
}

// The input is valid UTF-8, so a surrogate in an unescaped string can only come from a lone \uD800..\uDFFF.
bool holdsSurrogate(std::string_view text)
{
    for (size_t at = text.find('\xED'); at != text.npos; at = text.find('\xED', at + 1)) {
        if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0)
            return true;
    }
    return false;
}

// On-Demand checks a value only when it is read, so the walk reads each one; numbers and literals as their raw token,
// because simdjson would round the ones and be content with the beginning of the others.
class Walker
{
public:
    Walker(const char *begin, const Limits &limits)
        : m_begin(begin)
        , m_limits(limits)
    {
    }

    Outcome walk(ondemand::document &document);
    Outcome scalar(std::string_view token) const;
    QStringList takeDuplicates() { return std::move(m_duplicates); }

private:
    Outcome value(ondemand::value &element, const Place &place, int depth);
    Outcome array(ondemand::array &elements, const Place &place, int depth);
    Outcome object(ondemand::object &fields, const Place &place, int depth);
    Outcome string(simdjson::simdjson_result<std::string_view> text) const;
    tl::unexpected<ReadError> syntax(const char *message, const char *where = nullptr) const;

    const char *m_begin;
    const Limits &m_limits;
    QStringList m_duplicates;
};

tl::unexpected<ReadError> Walker::syntax(const char *message, const char *where) const
{
    return refuse(ReadError::Code::Syntax, message, where ? where - m_begin : -1);
}

Outcome Walker::string(simdjson::simdjson_result<std::string_view> text) const
{
    std::string_view view;
    if (const auto error = std::move(text).get(view))
        return syntax(simdjson::error_message(error));
    if (holdsSurrogate(view))
        return syntax("A string holds half of a surrogate pair.");
    return Value(QString::fromUtf8(view.data(), qsizetype(view.size())));
}

Outcome Walker::scalar(std::string_view token) const
{
    const std::string_view text = trimmed(token);
    if (text == "true")
        return Value(true);
    if (text == "false")
        return Value(false);
    if (text == "null")
        return Value();
    if (isNumberText(text))
        return Value::number(QByteArray(text.data(), qsizetype(text.size())));
    return syntax("A value is neither a literal nor a number.", token.data());
}

Outcome Walker::array(ondemand::array &elements, const Place &place, int depth)
{
    if (depth >= m_limits.depth)
        return refuse(ReadError::Code::TooDeep, "Arrays and objects are nested too deeply.");
    QList<Value> list;
    for (auto element : elements) {
        ondemand::value child;
        if (const auto error = element.get(child))
            return syntax(simdjson::error_message(error));
        auto read = value(child, Place{&place, nullptr, list.size()}, depth + 1);
        if (!read)
            return read;
        list.append(*std::move(read));
    }
    return Value(std::move(list));
}

Outcome Walker::object(ondemand::object &fields, const Place &place, int depth)
{
    if (depth >= m_limits.depth)
        return refuse(ReadError::Code::TooDeep, "Arrays and objects are nested too deeply.");
    QList<Member> members;
    QSet<QString> names;
    for (auto entry : fields) {
        ondemand::field field;
        if (const auto error = std::move(entry).get(field))
            return syntax(simdjson::error_message(error));
        const auto key = string(field.unescaped_key());
        if (!key)
            return key;
        const QString name = key->toString();
        const Place here{&place, &name, 0};
        if (names.contains(name))
            m_duplicates.append(pointerTo(&here));
        names.insert(name);
        auto read = value(field.value(), here, depth + 1);
        if (!read)
            return read;
        members.append(Member{name, *std::move(read)});
    }
    return Value(std::move(members));
}

Outcome Walker::value(ondemand::value &element, const Place &place, int depth)
{
    ondemand::json_type type;
    if (const auto error = element.type().get(type))
        return syntax(simdjson::error_message(error));
    switch (type) {
    case ondemand::json_type::array: {
        ondemand::array elements;
        if (const auto error = element.get_array().get(elements))
            return syntax(simdjson::error_message(error));
        return array(elements, place, depth);
    }
    case ondemand::json_type::object: {
        ondemand::object fields;
        if (const auto error = element.get_object().get(fields))
            return syntax(simdjson::error_message(error));
        return object(fields, place, depth);
    }
    case ondemand::json_type::string:
        return string(element.get_string());
    default:
        return scalar(element.raw_json_token());
    }
}

Outcome Walker::walk(ondemand::document &document)
{
    ondemand::json_type type;
    if (const auto error = document.type().get(type))
        return syntax(simdjson::error_message(error));
    Outcome root;
    if (type == ondemand::json_type::string) {
        root = string(document.get_string());
    } else {
        ondemand::value element;
        if (const auto error = document.get_value().get(element))
            return syntax(simdjson::error_message(error));
        root = value(element, Place(), 0);
    }
    const char *rest = nullptr;
    if (root && document.current_location().get(rest) != simdjson::OUT_OF_BOUNDS)
        return syntax("Something follows the value.", rest);
    return root;
}

} // namespace

tl::expected<Document, ReadError> read(QByteArrayView bytes, const Limits &limits)
{
    using Code = ReadError::Code;
    if (bytes.size() > limits.bytes)
        return refuse(Code::TooLarge, "The document is larger than allowed.");
    const std::string_view text(bytes.data(), size_t(bytes.size()));
    if (!simdjson::validate_utf8(text))
        return refuse(Code::InvalidUtf8, "The document is not valid UTF-8.");
    const std::string_view content = trimmed(text);
    if (content.empty())
        return refuse(Code::Empty, "The document is empty.");
    if (content.starts_with("\xEF\xBB\xBF"))
        return refuse(Code::Syntax, "The document begins with a byte order mark.", 0);

    // Scalars are judged as they stand, since On-Demand treats those at the root differently from all others.
    if (content.front() != '{' && content.front() != '[' && content.front() != '"') {
        auto root = Walker(text.data(), limits).scalar(content);
        if (!root)
            return tl::unexpected<ReadError>(std::move(root).error());
        return Document{*std::move(root), {}};
    }
    const simdjson::padded_string padded(text);
    Walker walker(padded.data(), limits);
    ondemand::parser parser;
    ondemand::document document;
    if (const auto error = parser.iterate(padded).get(document))
        return refuse(Code::Syntax, simdjson::error_message(error));
    auto root = walker.walk(document);
    if (!root)
        return tl::unexpected<ReadError>(std::move(root).error());
    return Document{*std::move(root), walker.takeDuplicates()};
}

} // namespace poolscope::json

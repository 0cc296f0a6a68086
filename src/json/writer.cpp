#include "json/writer.h"

#include <algorithm>
#include <limits>

namespace poolscope::json {

namespace {

void appendString(const QString &text, QByteArray &out)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
                out += "\\u00";
                out += hex[static_cast<unsigned char>(c) >> 4];
                out += hex[c & 0x0F];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

class Writer
{
public:
    explicit Writer(Layout layout, qsizetype enough = std::numeric_limits<qsizetype>::max())
        : m_indented(layout == Layout::Indented)
        , m_enough(enough)
    {
    }

    void write(const Value &value);
    QByteArray take() { return std::move(m_out); }

private:
    template<class List, class WriteItem>
    void writeList(char open, const List &list, char close, WriteItem &&writeItem);
    void newLine();
    void writeString(const QString &text);
    bool isFull() const { return m_out.size() >= m_enough; }

    bool m_indented;
    qsizetype m_enough;
    int m_depth = 0;
    QByteArray m_out;
};

void Writer::newLine()
{
    if (m_indented)
        m_out += '\n' + QByteArray(2 * m_depth, ' ');
}

template<class List, class WriteItem>
void Writer::writeList(char open, const List &list, char close, WriteItem &&writeItem)
{
    m_out += open;
    ++m_depth;
    bool first = true;
    for (const auto &item : list) {
        if (isFull())
            return;
        if (!first)
            m_out += ',';
        first = false;
        newLine();
        writeItem(item);
    }
    if (isFull())
        return;
    --m_depth;
    if (!first)
        newLine();
    m_out += close;
}

void Writer::writeString(const QString &text)
{
    const qsizetype wanted = std::max<qsizetype>(0, m_enough - m_out.size()); // a character has one byte at least
    appendString(text.size() > wanted ? text.left(wanted) : text, m_out);
}

void Writer::write(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null:
        m_out += "null";
        break;
    case Value::Type::Bool:
        m_out += value.toBool() ? "true" : "false";
        break;
    case Value::Type::Number:
        m_out += value.numberText();
        break;
    case Value::Type::String:
        writeString(value.toString());
        break;
    case Value::Type::Array:
        writeList('[', value.elements(), ']', [this](const Value &element) { write(element); });
        break;
    case Value::Type::Object:
        writeList('{', value.members(), '}', [this](const Member &member) {
            writeString(member.name);
            m_out += m_indented ? ": " : ":";
            write(member.value);
        });
        break;
    }
}

} // namespace

QByteArray write(const Value &value, Layout layout)
{
    Writer writer(layout);
    writer.write(value);
    return writer.take();
}

QByteArray writeStart(const Value &value, Layout layout, qsizetype bytes)
{
    Writer writer(layout, bytes);
    writer.write(value);
    return writer.take();
}

} // namespace poolscope::json

#pragma once

#include <QMap>
#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace poolscope::ui {

// Names and values of the user's own choosing, such as client metadata: as many lines as are needed, one empty line
// always at the end. Lines without a name are left out; of a name that stands twice the last value counts.
class PairsEdit final : public QWidget
{
    Q_OBJECT

public:
    // `what` names the whole for screen readers: "client metadata".
    explicit PairsEdit(const QString &what, QWidget *parent = nullptr);

    QMap<QString, QString> pairs() const;
    void setPairs(const QMap<QString, QString> &pairs);

signals:
    void changed();

private:
    struct Line
    {
        QLineEdit *name = nullptr;
        QLineEdit *value = nullptr;
    };
    void addLine(const QString &name = {}, const QString &value = {});
    void keepOneEmpty();
    void nameLines();

    QString m_what;
    QGridLayout *m_grid;
    QList<Line> m_lines;
};

} // namespace poolscope::ui

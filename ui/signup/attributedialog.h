#pragma once

#include <QDialog>

class QLineEdit;

namespace poolscope::ui {

class Form;

// Asks for the name of an attribute that the menu does not have. What cannot be one is said in the dialog, which stays
// open with what was typed. Opened, never exec'd; deletes itself.
class AttributeDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AttributeDialog(QWidget *parent = nullptr);

signals:
    void chosen(const QString &name); // before accepted()

private:
    void buildButtons();
    void choose();

    Form *m_form = nullptr;
    QLineEdit *m_name = nullptr;
};

} // namespace poolscope::ui

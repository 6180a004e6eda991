import type { Range } from '../digit-run.ts';
import type { Scan } from '../scan.ts';
import { foldedWords } from './contexts.ts';

/** Who speaks in a transcript while nobody says a name: both sides of a counter, a call, a ride or a lease, in some sixty languages. */
const ROLES: ReadonlySet<string> = foldedWords(`
  العميل العميلة الزبون الزبونة الموظف الموظفة الوكيل الوكيلة الدعم الفني خدمة العملاء النظام البوت المساعد المستخدم المستخدمة المشرف المشرفة المدير
  السائق المندوب البائع البائعة المشتري المشترية الزائر الضيف المريض المريضة الطالب الطالبة المتصل المتصلة المشغل الشركة البنك الطبيب الاستقبال المراجع
  المشترك السكرتارية المحاسب عميل موظف وكيل مستخدم زائر ضيف مشتری کاربر پشتیبان پشتیبانی کارشناس اپراتور سیستم ربات مدیر راننده پیک فروشنده خریدار مهمان
  بیمار دانشجو مسافر تماس‌گیرنده بانک شرکت منشی پذیرش مسئول ادمین شما فنی دستیار بازدیدکننده نماینده صارف گاہک کسٹمر ایجنٹ نمائندہ سپورٹ سسٹم آپریٹر
  مریض ڈرائیور ٹیم بوٹ مینیجر سیلر دکاندار مہمان طالب علم بینک کمپنی رائیڈر ایڈمن معاون کال کرنے والا فروخت کنندہ انتظامیہ عملہ לקוח לקוחה נציג נציגה
  סוכן תמיכה מערכת בוט מנהל מנהלת משתמש משתמשת אורח אורחת מוכר מוכרת קונה שליח נהג טכנאי מטופל מטופלת סטודנט מוקדן מוקדנית פונה מתקשר מזכירה קבלה הלקוח
  הלקוחה הנציג הנציגה אני מבקר עוזר רופא צוות ग्राहक एजेंट सहायता सिस्टम बॉट प्रबंधक उपयोगकर्ता यूज़र विक्रेता खरीदार मेहमान मरीज़ छात्र कॉलर ऑपरेटर
  ड्राइवर प्रतिनिधि कस्टमर सपोर्ट टीम मैनेजर अधिकारी कर्मचारी आगंतुक बैंक डॉक्टर यात्री सहायक सेलर संदेश एडमिन एजंट प्रतिनिधी वापरकर्ता खरेदीदार रुग्ण
  विद्यार्थी मदत कक्ष प्रणाली व्यवस्थापक पाहुणे एजेन्ट सहयोग प्रयोगकर्ता बिक्रेता सेवा গ্রাহক এজেন্ট সাপোর্ট সিস্টেম বট ম্যানেজার ব্যবহারকারী বিক্রেতা
  ক্রেতা অতিথি রোগী ছাত্র কলার অপারেটর চালক রাইডার প্রতিনিধি কাস্টমার ইউজার টিম কর্মকর্তা দর্শনার্থী ব্যাংক ডাক্তার সহকারী সেলার ગ્રાહક એજન્ટ સપોર્ટ
  સિસ્ટમ બોટ મેનેજર વપરાશકર્તા વિક્રેતા ખરીદનાર મહેમાન દર્દી પ્રતિનિધિ કસ્ટમર યુઝર ਗਾਹਕ ਏਜੰਟ ਸਹਾਇਤਾ ਸਿਸਟਮ ਬੋਟ ਮੈਨੇਜਰ ਉਪਭੋਗਤਾ ਵਿਕਰੇਤਾ ਖਰੀਦਦਾਰ ਮਹਿਮਾਨ
  ਮਰੀਜ਼ ਪ੍ਰਤੀਨਿਧੀ ਯੂਜ਼ਰ ਸਪੋਰਟ ਗ੍ਰਾਹਕ வாடிக்கையாளர் முகவர் ஆதரவு அமைப்பு பாட் மேலாளர் பயனர் விற்பனையாளர் வாங்குபவர் விருந்தினர் நோயாளி மாணவர் அழைப்பாளர்
  இயக்குனர் ஓட்டுநர் பிரதிநிதி குழு ஏஜென்ட் ஊழியர் உதவியாளர் சிஸ்டம் కస్టమర్ ఏజెంట్ సపోర్ట్ సిస్టమ్ బాట్ మేనేజర్ వినియోగదారు విక్రేత కొనుగోలుదారు అతిథి
  రోగి ప్రతినిధి యూజర్ ఆపరేటర్ డ్రైవర్ సహాయకుడు ಗ್ರಾಹಕ ಗ್ರಾಹಕರು ಏಜೆಂಟ್ ಬೆಂಬಲ ಸಿಸ್ಟಮ್ ಬಾಟ್ ಮ್ಯಾನೇಜರ್ ಬಳಕೆದಾರ ಬಳಕೆದಾರರು ಮಾರಾಟಗಾರ ಖರೀದಿದಾರ ಅತಿಥಿ ರೋಗಿ
  ಪ್ರತಿನಿಧಿ ಆಪರೇಟರ್ ഉപഭോക്താവ് ഏജന്റ് സപ്പോർട്ട് സിസ്റ്റം ബോട്ട് മാനേജർ ഉപയോക്താവ് വിൽപ്പനക്കാരൻ അതിഥി രോഗി പ്രതിനിധി കസ്റ്റമർ ഓപ്പറേറ്റർ පාරිභෝගිකයා
  නියෝජිතයා සහාය පද්ධතිය බොට් කළමනාකරු පරිශීලකයා විකුණුම්කරු අමුත්තා රෝගියා ගනුදෙනුකරු ลูกค้า พนักงาน เจ้าหน้าที่ ระบบ บอท ผู้จัดการ ผู้ใช้ ผู้ขาย
  ผู้ซื้อ แขก ผู้ป่วย นักเรียน ผู้โทร โอเปอเรเตอร์ คนขับ ทีมงาน แอดมิน ฝ่ายบริการลูกค้า ไรเดอร์ ร้านค้า ผู้เช่า ผู้ดูแล ธนาคาร ช่าง สมาชิก ລູກຄ້າ
  ພະນັກງານ ເຈົ້າໜ້າທີ່ ລະບົບ ຜູ້ໃຊ້ ຜູ້ຂາຍ ແອດມິນ អតិថិជន បុគ្គលិក ភ្នាក់ងារ ប្រព័ន្ធ អ្នកប្រើ អ្នកលក់ អ្នកគ្រប់គ្រង ဖောက်သည် အေးဂျင့် စနစ် အသုံးပြုသူ
  ဝန်ထမ်း ရောင်းသူ မန်နေဂျာ ደንበኛ ወኪል ድጋፍ ሲስተም ተጠቃሚ አስተዳዳሪ ሻጭ ገዢ እንግዳ ታካሚ ሠራተኛ ቦት ኦፕሬተር კლიენტი აგენტი ოპერატორი მხარდაჭერა სისტემა ბოტი მენეჯერი
  მომხმარებელი გამყიდველი მყიდველი სტუმარი პაციენტი სტუდენტი კურიერი მძღოლი ადმინისტრატორი თანამშრომელი ვიზიტორი ასისტენტი Հաճախորդ Գործակալ Օպերատոր
  Աջակցություն Համակարգ Բոտ Մենեջեր Օգտատեր Վաճառող Գնորդ Հյուր Հիվանդ Աշխատակից Այցելու 客户 客戶 顾客 顧客 客服 用户 用戶 系统 系統 机器人 機器人 坐席 专员 專員 管理员 管理員 工程师 工程師 买家
  買家 卖家 賣家 店主 司机 司機 骑手 騎手 快递员 快遞員 乘客 患者 病人 学生 學生 老师 老師 家长 家長 访客 訪客 会员 會員 运维 運維 技术支持 技術支援 在线客服 線上客服 智能客服 人工客服 客服小二 小助手 银行 銀行 店家 房东 房東 租客 物业 物業 前台 经理 經理
  主管 值班 同事 商家 维修工 師傅 师傅 客服专员 业务员 業務 助理 来电者 接线员 お客様 オペレーター サポート 担当者 システム ボット ユーザー 店舗 店員 管理者 販売者 購入者 ゲスト ドライバー 配達員 乗客 受付 会員 問い合わせ者 エージェント スタッフ 技術担当 出品者
  カスタマー 営業 事務局 保護者 先生 コールセンター サポート担当 担当 利用者 自動応答 고객 상담원 상담사 시스템 봇 관리자 사용자 판매자 구매자 게스트 환자 학생 발신자 기사 배송기사 승객 담당자 매니저 직원 챗봇 회원 방문자 점주 운영자 고객센터 엔지니어 이용자 보호자
  선생님 고객님 Клиент Оператор Поддержка Система Бот Менеджер Пользователь Продавец Покупатель Гость Пациент Студент Звонящий Водитель Курьер Пассажир
  Администратор Агент Специалист Сотрудник Техподдержка Посетитель Банк Мастер Абонент Заявитель Диспетчер Ассистент Клієнт Клієнтка Підтримка
  Користувач Продавець Покупець Гість Пацієнт Водій Курʼєр Пасажир Адміністратор Спеціаліст Працівник Відвідувач Заявник Помічник Поддръжка Мениджър
  Потребител Продавач Купувач Гост Шофьор Куриер Пътник Служител Посетител Абонат Консултант Техник Клијент Оператер Подршка Систем Корисник Продавац
  Купац Возач Муштерија Klijent Operater Podrška Sistem Korisnik Prodavac Kupac Vozač Agent Mušterija Stranka Referent Klient Klientka Konsultant
  Konsultantka Wsparcie System Bot Użytkownik Sprzedawca Kupujący Gość Pacjent Student Dzwoniący Kierowca Kurier Pasażer Administrator Pracownik
  Odwiedzający Doradca Najemca Serwisant Rozmówca Zákazník Zákaznice Operátor Operátorka Podpora Systém Uživatel Prodejce Kupující Host Pacient Volající
  Řidič Kurýr Cestující Správce Pracovník Návštěvník Technik Zákazníčka Používateľ Predajca Kupujúci Hosť Volajúci Vodič Kuriér Cestujúci Správca
  Návštevník Korisnica Agentica Sustav Prodavač Pacijent Dostavljač Putnik Djelatnik Posjetitelj Uporabnik Uporabnica Agentka Prodajalec Voznik
  Svetovalec Obiskovalec Naročnik Ügyfél Ügyintéző Támogatás Rendszer Felhasználó Eladó Vevő Vendég Beteg Diák Hívó Sofőr Futár Utas Adminisztrátor
  Ügynök Munkatárs Látogató Ügyfélszolgálat Vásárló Bérlő Szerelő Client Clientă Operator Suport Utilizator Vânzător Cumpărător Oaspete Apelant Șofer
  Curier Pasager Angajat Vizitator Consultant Chiriaș Tehnician Πελάτης Πελάτισσα Εκπρόσωπος Υποστήριξη Σύστημα Χρήστης Πωλητής Αγοραστής Επισκέπτης
  Ασθενής Φοιτητής Καλών Οδηγός Επιβάτης Διαχειριστής Υπάλληλος Τεχνικός Σύμβουλος Ενοικιαστής Müşteri Temsilci Destek Kullanıcı Satıcı Alıcı Misafir
  Hasta Öğrenci Arayan Sürücü Kurye Yolcu Yönetici Operatör Danışman Çalışan Ziyaretçi Asistan Abone Kiracı Teknisyen Müştəri Dəstək İstifadəçi Qonaq
  Xəstə Kuryer Sərnişin Əməkdaş Қолдау Жүйе Пайдаланушы Сатушы Қонақ Жүргізуші Тұтынушы Mijoz Yordam Tizim Foydalanuvchi Sotuvchi Xaridor Mehmon
  Haydovchi Xodim Kunde Kundin Kundendienst Mitarbeiter Mitarbeiterin Berater Beraterin Nutzer Nutzerin Verkäufer Käufer Patient Patientin Anrufer
  Anruferin Fahrer Bote Fahrgast Techniker Sachbearbeiter Mieter Vermieter Besucher Teilnehmer Bearbeiter Händler Hotline Assistent Kassiererin Klant
  Medewerker Medewerkster Ondersteuning Systeem Gebruiker Verkoper Koper Patiënt Beller Chauffeur Bezorger Reiziger Beheerder Bezoeker Monteur Huurder
  Klantenservice Cliente Conseiller Conseillère Assistance Système Utilisateur Utilisatrice Vendeur Vendeuse Acheteur Invité Patiente Appelant Livreur
  Passager Technicien Visiteur Locataire Abonnée Opérateur Téléconseiller Adhérent Usager Clienta Asesor Asesora Soporte Sistema Usuario Usuaria
  Vendedor Vendedora Comprador Compradora Invitado Paciente Llamante Chofer Conductor Repartidor Pasajero Técnico Visitante Agente Inquilino Operador
  Operadora Ejecutivo Ejecutiva Titular Huésped Encargado Atendente Suporte Usuário Utilizador Motorista Entregador Passageiro Assistente Assinante
  Consultor Consultora Aluno Hóspede Operatore Operatrice Assistenza Utente Venditore Acquirente Ospite Paziente Chiamante Autista Corriere Passeggero
  Tecnico Visitatore Consulente Addetto Studente Usuari Usuària Venedor Convidat Visitant Kund Handläggare Support Användare Säljare Köpare Gäst
  Inringare Chaufför Passagerare Tekniker Besökare Hyresgäst Rådgivare Kundtjänst Medarbetare Medarbejder Bruger Sælger Køber Gæst Opkalder Chauffør
  Besøgende Lejer Rådgiver Kundeservice Rejsende Medarbeider Støtte Bruker Selger Kjøper Gjest Pasient Innringer Sjåfør Passasjer Besøkende Leietaker
  Saksbehandler Asiakas Asiakaspalvelija Tuki Järjestelmä Käyttäjä Myyjä Ostaja Vieras Potilas Soittaja Kuljettaja Matkustaja Ylläpitäjä Kävijä Agentti
  Vuokralainen Neuvoja Asiakaspalvelu Teknikko Työntekijä Botti Klienditeenindaja Tugi Süsteem Kasutaja Müüja Ostja Külaline Patsient Helistaja Kuller
  Reisija Töötaja Külastaja Teenindaja Nõustaja Tehnik Klients Kliente Operators Atbalsts Sistēma Lietotājs Pārdevējs Pircējs Viesis Pacients Zvanītājs
  Vadītājs Kurjers Pasažieris Darbinieks Apmeklētājs Konsultants Aģents Klientas Klientė Operatorius Pagalba Vartotojas Pardavėjas Pirkėjas Svečias
  Pacientas Skambinantysis Vairuotojas Kurjeris Keleivis Darbuotojas Lankytojas Konsultantas Agentas Vadybininkas Klienti Operatori Mbështetja Sistemi
  Përdoruesi Shitësi Blerësi Mysafiri Pacienti Shoferi Agjenti Klientja Punonjësi Khách hàng Nhân viên Hỗ trợ Hệ thống Người dùng bán mua Bệnh nhân Sinh
  Tài xế Quản trị Tổng đài CSKH Shop Kỹ thuật gọi Tư vấn Điều phối Pelanggan Agen Dukungan Pengguna Penjual Pembeli Tamu Pasien Penelepon Sopir Kurir
  Penumpang Petugas Pengunjung Admin Nasabah Teknisi Staf Konsumen Layanan Ejen Sokongan Tetamu Pesakit Pemandu Pegawai Pelawat Pemanggil Juruteknik
  Kakitangan Kustomer Ahente Suporta Gumagamit Nagbebenta Mamimili Bisita Pasyente Drayber Kliyente Tumatawag Tauhan Mteja Wakala Msaada Mfumo Mtumiaji
  Muuzaji Mnunuzi Mgeni Mgonjwa Mpigaji Dereva Abiria Msimamizi Mhudumu Huduma Afisa Mwanafunzi Fundi Opereta Abokin ciniki Taimako Tsarin Mai amfani
  saye sayarwa Ma'aikaci Oníbàárà Aṣojú Ìrànlọ́wọ́ Olùmúlò Ikhasimende Umsebenzi Usizo Uhlelo Umsebenzisi Kliënt Stelsel Pasiënt Bestuurder Custaiméir
  Gníomhaire Tacaíocht Úsáideoir Cwsmer Asiant Cymorth Defnyddiwr Viðskiptavinur Þjónustufulltrúi Kerfi Notandi Seljandi Kaupandi Gestur Sjúklingur
  Ökumaður Bezeroa Agentea Laguntza Erabiltzailea Axente Aġent Utent Поддршка Гостин Вработен Customer Manager User Seller Buyer Guest Caller Driver
  Courier Rider Passenger Assistant Visitor Tenant Landlord Technician Engineer Representative Rep Advisor Specialist Member Merchant Shopper Requester
  Reporter Moderator Subscriber Policyholder Claimant Parent Teacher Nurse Receptionist Dispatcher Clerk Cashier Supervisor Chatbot Virtual Help Desk
  Service Tier 2 Team Lead Interviewer Speaker Participant Attendee Employee Contractor Vendor Supplier Recipient Sender Applicant Donor Volunteer
  Resident Owner Renter Borrower Lender Broker Trainer Coach Doctor
`);

/** What may stand before a label in its line: marks of a list or a quotation, a time. */
const BEFORE = /^(?:[^\p{L}]|(?<=[0-9])[TZ]|(?<=[0-9] ?)[AaPp]\.?[Mm]\b\.?)*/u;
/** A label, with a number of its own or the time behind: `Agent 2:`, `**Bot**:`, `Kunde (09:14):`. */
const LABEL =
  /^([\p{L}\p{M}'’ʼ\u200c -]{2,40}?)(?: ?#?[0-9]{1,3})?[*_]{0,2}(?: ?[([][^()[\]\n]{1,36}[)\]])?[*_]{0,2} ?([:>»|\]]|$)/u;
const LONGEST = 120;

/** Whether a finding stands in the label of who speaks, and that is a role and no name: `[10:02] Mteja: …`. */
export function isSpeakerRole({ text, folded }: Scan, { start, end }: Range): boolean {
  const lineStart = startOfLine(text, start, LONGEST);
  if (lineStart < 0) return false;
  const line = text.slice(lineStart, lineEnd(text, end));
  const before = BEFORE.exec(line)?.[0] ?? '';
  const [, label = '', mark] = LABEL.exec(line.slice(before.length)) ?? [];
  const at = lineStart + before.length;
  if (start < at || end > at + label.length) return false;
  // A line that ends behind a role is a label only where a time stands before it: it may be a greeting.
  if (mark === '' && !/[0-9]/.test(before)) return false;
  const words = folded.slice(at, at + label.length).match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length > 0 && words.every((word) => ROLES.has(word));
}

/** Where the line of a place begins; -1 if that is further off than `most`: a text may be one line, and hold names everywhere. */
export function startOfLine(text: string, at: number, most: number): number {
  const from = Math.max(0, at - most);
  const start = text.slice(from, at).lastIndexOf('\n');
  if (start >= 0) return from + start + 1;
  return from === 0 ? 0 : -1;
}

function lineEnd(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST).indexOf('\n');
  return end < 0 ? Math.min(text.length, from + LONGEST) : from + end;
}
